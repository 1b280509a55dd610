package io.duckboard.dashboard.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.testing.BrowserTest;
import io.duckboard.testing.ScriptedEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.bean.override.convention.TestBean;

/** In a browser: the names that a lake gives its zones are shown as plain text only, in the places kept for them. */
class StrangeZonesIT extends BrowserTest {

    private static final List<String> NAMES = List.of(
            "<script>window.hacked = 1</script>",
            "<img src=x onerror='window.hacked = 1'>",
            "<svg onload=window.hacked=1>",
            "<svg><script>window.hacked = 1</script></svg>",
            "\"><img src=x onerror=window.hacked=1>",
            "'><img src=x onerror=window.hacked=1>",
            "</textarea><script>window.hacked = 1</script>",
            "</title><script>window.hacked = 1</script>",
            "<iframe srcdoc='<script>parent.hacked = 1</script>'></iframe>",
            "<a href='javascript:window.hacked=1'>click</a>",
            "<b style='position: fixed; inset: 0'>all of it</b>",
            "<details open ontoggle=window.hacked=1>",
            "javascript:window.hacked=1",
            "{{constructor.constructor('window.hacked = 1')()}}",
            "${window.hacked = 1}",
            "{b|window.hacked = 1}",
            "&lt;script&gt;window.hacked = 1&lt;/script&gt;");

    @TestBean
    private @Nullable QueryEngine engine;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @BeforeEach
    void fillTheLake() {
        engineOf().forget();
        engineOf().answer("LIMIT 5", "location_id,zone,borough,counts,share,view_rows", rows());
        engineOf().answer("lake.tables", "location_id,zone,borough,counts,share,view_rows,built_at_ms", wholeRows());
        engineOf().answer("count(*) FROM trips", "count", List.of(List.of(1_000)));
        engineOf().end("pickup_hour", new QueryOutcome.Failed(Problem.of(ErrorCode.UNKNOWN_NAME, NAMES.getFirst())));
    }

    @Test
    void showsNamesAsText() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        var dialogs = new CopyOnWriteArrayList<String>();
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        assertThat(bars(page)).hasCount(NAMES.size());
        Locator tiles = page.locator(".tile dd");
        assertThat(tiles.nth(2)).hasText(NAMES.getFirst());
        assertThat(tiles.nth(3)).hasText("—" + NAMES.getFirst());

        for (int row = 0; row < NAMES.size(); row++) {
            assertThat(page.locator(".location-table td")
                            .getByText(NAMES.get(row), new Locator.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            bars(page).nth(row).hover();
            assertThat(page.locator("body > div strong")
                            .getByText(NAMES.get(row), new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            page.mouse().move(5, 5);
        }

        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(dialogs).isEmpty();
    }

    @Test
    void movesNothingWhenAnswersCome() {
        engineOf().answer("LIMIT 5", "location_id,zone,borough,counts,share,view_rows", rows().subList(0, 5));
        RowsOutcome answer = engineOf().ask(TopLocations.query(5));
        CompletableFuture<RowsOutcome> ranking = engineOf().hold("LIMIT 5");
        Page page = visit("", 1280, ColorScheme.LIGHT);
        assertThat(page.locator(".tile-waiting")).hasCount(4);
        List<String> waiting = places(page);

        ranking.complete(answer);
        assertThat(bars(page)).hasCount(5);
        assertThat(page.locator(".tile-waiting")).hasCount(0);
        assertThat(page.locator(".map-card duckboard-chart path[fill='var(--duckboard-map-6)']")
                        .first())
                .isVisible();

        assertThat(places(page)).isEqualTo(waiting);
    }

    private ScriptedEngine engineOf() {
        return (ScriptedEngine) Objects.requireNonNull(engine);
    }

    private static List<List<@Nullable Object>> rows() {
        return IntStream.range(0, NAMES.size())
                .<List<@Nullable Object>>mapToObj(row ->
                        List.of(row + 1, NAMES.get(row), NAMES.reversed().get(row), 100 - row, 0.01, NAMES.size()))
                .toList();
    }

    private static List<List<@Nullable Object>> wholeRows() {
        return rows().stream()
                .map(row -> {
                    List<@Nullable Object> whole = new ArrayList<>(row);
                    whole.add(0);
                    return whole;
                })
                .toList();
    }

    /** Returns where each part is, in whole pixels. */
    private static List<String> places(Page page) {
        return Stream.of(".tiles", ".location-count", ".ranking-card", ".map-card", ".card-of-rows", ".answer-foot")
                .map(part -> {
                    BoundingBox box = page.locator(part).boundingBox();
                    return "%s at %.0f, %.0f: %.0f × %.0f".formatted(part, box.x, box.y, box.width, box.height);
                })
                .toList();
    }

    private static Locator bars(Page page) {
        return page.locator(".ranking-card duckboard-chart path[fill='var(--duckboard-chart-1)']");
    }
}
