package io.duckboard.board.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.Dashboard;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValues;
import io.duckboard.board.Show;
import io.duckboard.board.Tile;
import io.duckboard.board.file.DashboardTextSample;
import io.duckboard.client.QueryOutcome;
import io.duckboard.testing.SampleEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each example of docs/dashboards.md is a dashboard whose queries have answers, and there is one of each kind. */
@Tag("process")
class DocumentedDashboardsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Pattern EXAMPLE = Pattern.compile("^```yaml\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    private static List<Dashboard> dashboards = List.of();

    @BeforeAll
    static void read() throws IOException {
        dashboards = EXAMPLE.matcher(Files.readString(Path.of("../docs/dashboards.md")))
                .results()
                .map(example -> DashboardTextSample.read(example.group(1)))
                .toList();
    }

    @Test
    void showEachKind() {
        assertThat(tiles().stream().map(Tile.Query::show).map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Show.class.getPermittedSubclasses());
        assertThat(dashboards.stream()
                        .flatMap(dashboard -> dashboard.filters().stream())
                        .map(Object::getClass)
                        .distinct())
                .containsExactlyInAnyOrder(Filter.class.getPermittedSubclasses());
    }

    @Test
    void passTheCheck() {
        var check = new QueryCheck(ENGINE.get(), 2);

        assertThat(dashboards)
                .hasSizeGreaterThan(6)
                .allSatisfy(dashboard ->
                        assertThat(check.run(CheckedQuery.of(dashboard, TODAY))).isEmpty());
    }

    @Test
    void haveAnswers() {
        assertThat(dashboards).allSatisfy(dashboard -> {
            FilterValues values = FilterValues.initial(dashboard, TODAY);
            assertThat(dashboard.tiles()).allSatisfy(tile -> {
                if (tile instanceof Tile.Query query) {
                    assertThat(ENGINE.get().ask(query.question(values)))
                            .isInstanceOfSatisfying(
                                    QueryOutcome.Answered.class,
                                    answered ->
                                            assertThat(answered.answer().rows()).isNotEmpty());
                }
            });
        });
    }

    private static List<Tile.Query> tiles() {
        return dashboards.stream()
                .flatMap(dashboard -> dashboard.tiles().stream())
                .filter(Tile.Query.class::isInstance)
                .map(Tile.Query.class::cast)
                .toList();
    }
}
