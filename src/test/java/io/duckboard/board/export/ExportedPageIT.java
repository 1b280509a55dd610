package io.duckboard.board.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.duckboard.board.Dashboard;
import io.duckboard.board.FilterValues;
import io.duckboard.board.folder.DashboardFolder;
import io.duckboard.client.QueryEngine;
import io.duckboard.testing.Axe;
import io.duckboard.testing.BrowserTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The exported Trip Dashboard is whole without a network, and can be read on a phone, in the dark and on paper. */
class ExportedPageIT extends BrowserTest {

    /** Something of the app's that has no script, which would go on asking while another page is opened. */
    private static final String NO_PAGE = "chart.css";

    @Autowired
    private @Nullable QueryEngine engine;

    private String file = "";

    @BeforeAll
    void export(@TempDir Path folder) throws IOException {
        Dashboard trips = new DashboardFolder(Path.of("../dashboards"))
                .dashboards().stream()
                        .filter(dashboard -> dashboard.name().name().equals("trips"))
                        .findFirst()
                        .flatMap(dashboard -> dashboard.now().dashboard())
                        .orElseThrow();
        Path page = folder.resolve("trips.html");
        Files.writeString(
                page,
                ExportedPage.ask(
                                trips,
                                FilterValues.initial(trips, LocalDate.EPOCH),
                                Objects.requireNonNull(engine),
                                2,
                                Instant.EPOCH)
                        .html());
        file = page.toUri().toString();
    }

    @Test
    void asksForNothingElse() {
        Page page = visit(NO_PAGE, 1280, ColorScheme.LIGHT);
        List<String> asked = new CopyOnWriteArrayList<>();
        page.context().setOffline(true);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(file);

        assertThat(page.locator("h1").textContent()).isEqualTo("Trip Dashboard");
        assertThat(page.locator(".figure").first().textContent()).isEqualTo("10,000");
        assertThat(page.locator(".track").count()).isEqualTo(5);
        assertThat(page.locator(".zones path").count()).isEqualTo(263);
        assertThat(page.locator(".track rect").first().boundingBox().width).isPositive();
        assertThat(asked).containsExactly(file);
    }

    @Test
    void canBeReadOnAPhoneInTheDark() {
        Page page = open(390, ColorScheme.DARK);

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(22, 24, 28)");
        assertThat(lefts(page).stream().distinct()).hasSize(1);
    }

    @Test
    void isPrintedInOrder() {
        Page page = open(1280, ColorScheme.DARK);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(lefts(page).stream().distinct()).hasSize(1);
        assertThat(page.evaluate("getComputedStyle(document.body).color")).isEqualTo("rgb(27, 30, 36)");
        assertThat(page.locator("summary").first().isVisible()).isFalse();
    }

    @Test
    void canBeUsedByAll() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            // Its own policy keeps axe out as it does everything else, so the policy is taken out before.
            Page page = visit(NO_PAGE, 1280, scheme);
            page.setContent(content().replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", ""));

            assertThat(Axe.violations(page)).isEmpty();
        }
    }

    private String content() {
        try {
            return Files.readString(Path.of(URI.create(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page open(int width, ColorScheme scheme) {
        Page page = visit(NO_PAGE, width, scheme);
        page.navigate(file);
        return page;
    }

    private static List<Double> lefts(Page page) {
        return page.locator(".tile").all().stream()
                .map(tile -> tile.boundingBox().x)
                .toList();
    }
}
