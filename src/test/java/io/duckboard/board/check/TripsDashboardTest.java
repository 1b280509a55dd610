package io.duckboard.board.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.Dashboard;
import io.duckboard.board.FilterValues;
import io.duckboard.board.Tile;
import io.duckboard.board.folder.DashboardFolder;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.client.AnswerRow;
import io.duckboard.client.QueryOutcome;
import io.duckboard.dashboard.BusiestHour;
import io.duckboard.dashboard.PickupLocation;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.testing.SampleEngine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code dashboards/trips.yaml} has what the Trip Dashboard shows, and filters by days and zones. */
@Tag("process")
class TripsDashboardTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    private static final FolderDashboard TRIPS =
            new DashboardFolder(Path.of("../dashboards")).dashboards().getFirst();

    private final Dashboard trips = TRIPS.shown().orElseThrow();

    @Test
    void hasNothingWrongWithItsFile() {
        assertThat(TRIPS.name().name()).isEqualTo("trips");
        assertThat(TRIPS.now().problems()).isEmpty();
    }

    @Test
    void passesTheCheck() {
        assertThat(new QueryCheck(ENGINE.get(), 2).run(CheckedQuery.of(trips, TODAY)))
                .isEmpty();
    }

    @Test
    void ranksAsThePageDoes() {
        List<PickupLocation> page =
                TopLocations.of(answer(TopLocations.query(12))).locations();

        assertThat(rows("Ranking", Map.of("locations", List.of("12"))))
                .extracting(row -> new PickupLocation(
                        (int) row.count("rank"),
                        row.count("location_id"),
                        row.text("name"),
                        row.text("borough"),
                        row.count("counts"),
                        row.number("share")))
                .isEqualTo(page.stream()
                        .map(each -> new PickupLocation(
                                each.rank(),
                                each.locationId(),
                                each.name(),
                                each.borough(),
                                each.trips(),
                                each.share()))
                        .toList());
    }

    @Test
    void beginsWithFiveLocationsAndFourFigures() {
        assertThat(rows("Top pickup locations by number of trips", Map.of())).hasSize(5);
        assertThat(rows("Trips", Map.of()).getFirst().count("trips")).isEqualTo(10_000);
        assertThat(rows("Pickup zones", Map.of()).getFirst().count("zones")).isEqualTo(137);
        assertThat(rows("Busiest zone", Map.of()).getFirst().text("zone")).isEqualTo("Upper East Side South");
        assertThat(rows("Busiest hour", Map.of()).getFirst().text("hours"))
                .isEqualTo(BusiestHour.of(answer(BusiestHour.query()))
                        .orElseThrow()
                        .span());
        assertThat(rows("Where", Map.of())).hasSize(137);
        assertThat(rows("Where", Map.of()).getFirst().text("remark")).isEqualTo("all 137 zones, shaded by trips");
    }

    @Test
    void saysWhenItHasAllRows() {
        assertThat(rows("Ranking", Map.of("locations", List.of("200")))
                        .getFirst()
                        .text("remark"))
                .isEqualTo("The view has 137 rows: all of them are here.");
    }

    @Test
    void countsTheTripsOfTheDaysAndZonesThatAreChosen() {
        long all = rows("Trips", Map.of()).getFirst().count("trips");
        long first = trips("..2019-04-15");
        long second = trips("2019-04-16..");
        assertThat(first).isPositive();
        assertThat(first + second).isEqualTo(all);

        var chosen = Map.of("pickup", List.of("2019-04-16.."), "zone", List.of("161", "237"));
        assertThat(rows("Ranking", chosen).stream().map(row -> row.count("location_id")))
                .containsExactlyInAnyOrder(161L, 237L);
        assertThat(rows("Where", chosen).stream()
                        .mapToLong(row -> row.count("counts"))
                        .sum())
                .isEqualTo(rows("Trips", chosen).getFirst().count("trips"))
                .isPositive();
    }

    private long trips(String days) {
        return rows("Trips", Map.of("pickup", List.of(days))).getFirst().count("trips");
    }

    private List<AnswerRow> rows(String title, Map<String, List<String>> address) {
        FilterValues.Addressed addressed = FilterValues.of(trips, address, TODAY);
        assertThat(addressed.objections()).isEmpty();
        Tile.Query tile = trips.tiles().stream()
                .filter(each -> each.frame().title().equals(title))
                .map(Tile.Query.class::cast)
                .findFirst()
                .orElseThrow();
        return AnswerRow.all(answer(tile.question(addressed.values())));
    }

    private static Answer.Rows answer(Request.Query query) {
        return ((QueryOutcome.Answered) ENGINE.get().ask(query)).answer();
    }
}
