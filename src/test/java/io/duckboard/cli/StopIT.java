package io.duckboard.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.sqlpage.ui.SqlPage;
import io.duckboard.testing.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a page open sees the end of a query while the app stops, and goes on where the app is started again. */
class StopIT {

    /** Some seconds of work for one core. */
    private static final String LONG = "SELECT 'the end' AS said, sum(sin(range)) AS long FROM range(20000000)";

    /** As a process that has ended by SIGTERM. */
    private static final int TERMINATED = 143;

    @TempDir
    private Path home;

    @Test
    void tellsPagesTheirAnswersAndHasThemBackWithTheirText() throws Exception {
        int port = freePort();
        try (Browser chromium = Browser.start()) {
            Page page = chromium.visit(1280, 900, ColorScheme.LIGHT);
            try (CommandProcess app = start(port)) {
                page.navigate("http://localhost:" + port + "/sql");
                page.waitForFunction("() => !document.querySelector('#first-picture')");
                var sql = new SqlPage(page);
                sql.type(LONG);
                sql.run();
                assertThat(page.getByRole(
                                        AriaRole.BUTTON,
                                        new Page.GetByRoleOptions()
                                                .setName("Cancel")
                                                .setExact(true))
                                .first())
                        .isEnabled();

                app.terminate();

                assertThat(page.getByRole(AriaRole.GRIDCELL, new Page.GetByRoleOptions().setName("the end")))
                        .isVisible();
                assertThat(app.exitCode()).isEqualTo(TERMINATED);
                sql.type("SELECT 'typed while it was away' AS said");
                // This leaves the editor, which sends its text then.
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Format").setExact(true))
                        .click();
                assertThat(page.locator("vaadin-connection-indicator")).hasAttribute("reconnecting", "");
            }
            try (CommandProcess _ = start(port)) {
                page.getByText("Duckboard was started again").click();
                assertThat(page.getByLabel("SQL", new Page.GetByLabelOptions().setExact(true)))
                        .containsText("typed while it was away");
                new SqlPage(page).type("SELECT 'again' AS said");
                new SqlPage(page).run();
                assertThat(page.getByRole(AriaRole.GRIDCELL, new Page.GetByRoleOptions().setName("again")))
                        .isVisible();
            }
        }
    }

    private CommandProcess start(int port) throws IOException {
        CommandProcess app = CommandProcess.start(home, List.of(), Map.of("PORT", String.valueOf(port)), "dashboard");
        String line = app.line();
        while (!line.startsWith("Duckboard is ready")) {
            assertThat(app.handle().isAlive()).as(line).isTrue();
            line = app.line();
        }
        return app;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
