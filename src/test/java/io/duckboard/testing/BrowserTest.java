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
import org.springframework.util.FileSystemUtils;

/** Tests the whole app over the sample's lake in a browser. No page may log an error or leave this machine. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EditorTabs tabs;

    @RegisterExtension
    static final SharedBrowser CHROMIUM = new SharedBrowser();

    /**
     * Gives the app a new home, where it makes the sample's lake and starts its engine, as for a new user; a project, and
     * the dashboards that come along.
     */
    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        properties.add("duckboard.home", home::toString);
        Path project = ShippedProject.copiedTo(home.resolveSibling(home.getFileName() + "-transform"));
        properties.add("duckboard.transform.project", project::toString);
        Path dashboards = home.resolveSibling(home.getFileName() + "-dashboards");
        FileSystemUtils.copyRecursively(Path.of("../dashboards"), dashboards);
        properties.add("duckboard.dashboards", dashboards::toString);
    }

    @BeforeEach
    protected final void forgetWhatOthersDid() {
        CHROMIUM.get().forget();
    }

    /** Returns the address under which the browser finds the app, with a slash at the end. */
    protected String app() {
        return "http://localhost:" + port + "/";
    }

    protected final int port() {
        return port;
    }

    protected final void leaveAllPages() {
        CHROMIUM.get().leave();
    }

    /** The next test class uses the same app and database. */
    @AfterEach
    void leavesNoErrorNoTabAndNeverTheMachine() {
        leaveAllPages();
        tabs.of(Owner.EVERYONE).forEach(tab -> tabs.close(Owner.EVERYONE, tab.id()));
        assertThat(CHROMIUM.get().errors()).isEmpty();
        assertThat(CHROMIUM.get().strangers()).isEmpty();
    }

    /**
     * Opens a page for a fresh visitor.
     *
     * @param address without the leading slash
     */
    protected final Page visit(String address, int width, ColorScheme system) {
        Page page = CHROMIUM.get().visit(width, 900, system);
        page.navigate(app() + address);
        // Until then all that a test looks for is there twice.
        page.waitForFunction("() => !document.querySelector('#first-picture')");
        return page;
    }
}
