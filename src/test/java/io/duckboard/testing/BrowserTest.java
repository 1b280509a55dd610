package io.duckboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.tab.EditorTabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The app as it is, over the sample's lake, and a browser before it. No page may leave an error or this machine. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EditorTabs tabs;

    @RegisterExtension
    static final SharedBrowser CHROMIUM = new SharedBrowser();

    /** A home of its own, where the app makes the sample's lake and starts its engine, as for a newcomer; and a project. */
    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        properties.add("duckboard.home", home::toString);
        Path project = ShippedProject.copiedTo(home.resolveSibling(home.getFileName() + "-transform"));
        properties.add("duckboard.transform.project", project::toString);
    }

    @BeforeEach
    protected final void forgetWhatOthersDid() {
        CHROMIUM.get().forget();
    }

    /** The app and its database are the next class's, too. */
    @AfterEach
    void leavesNoErrorNoTabAndNeverTheMachine() {
        CHROMIUM.get().leave();
        tabs.of(Owner.EVERYONE).forEach(tab -> tabs.close(Owner.EVERYONE, tab.id()));
        assertThat(CHROMIUM.get().errors()).isEmpty();
        assertThat(CHROMIUM.get().strangers()).isEmpty();
    }

    /**
     * A fresh visitor's page.
     *
     * @param address without the slash in front
     */
    protected final Page visit(String address, int width, ColorScheme system) {
        Page page = CHROMIUM.get().visit(width, 900, system);
        page.navigate("http://localhost:" + port + "/" + address);
        return page;
    }
}
