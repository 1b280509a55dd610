package io.duckboard.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests an app in a browser in which a viewer, an analyst and an operator sign in. Its classes share the app. */
public abstract class SignedInBrowserTest extends BrowserTest {

    protected static final String PASSWORD = "correct horse";

    protected static final String USERS = "vera:viewer:%1$s\nann:analyst:%1$s\nolaf:operator:%1$s\n"
            .formatted("{bcrypt}" + BCrypt.hashpw(PASSWORD, BCrypt.gensalt(4)));

    private static @Nullable Path users;

    @DynamicPropertySource
    static void users(DynamicPropertyRegistry properties) throws IOException {
        users = Files.createTempFile(Path.of("target").toAbsolutePath(), "users-", "");
        properties.add("duckboard.users", () -> String.valueOf(users));
    }

    @BeforeEach
    final void letEverybodyBeThere() throws IOException {
        write(USERS);
    }

    /** Signs somebody in on the page that asks for it. */
    protected static void signIn(Page page, String name) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForFunction("() => !document.querySelector('#first-picture')");
    }

    protected static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    /** Writes the file of users. */
    protected static void write(String lines) throws IOException {
        Files.writeString(Objects.requireNonNull(users), lines);
    }
}
