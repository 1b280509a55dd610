package io.duckboard.dashboard.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page says what it cannot get, and everything else still works. */
@Tag("app")
@ViewPackages(packages = "io.duckboard")
class DashboardFailureTest extends OpenDashboard {

    @Test
    void saysThatTheEngineIsAwayAndTriesAgainWhenAsked() {
        open();
        canned().alwaysEnd(new QueryOutcome.Unreachable("Nobody answers.", "Start the engine."));
        type("6");
        eventually(this::isWarned);
        assertThat(texts(Paragraph.class))
                .contains("Nobody answers.")
                .anyMatch(hint -> hint.startsWith("Start the engine. Reference: "));

        canned().answerAgain();
        test(find(Button.class).withText("Retry").single()).click();

        eventually(() -> rows().size() == 6);
        assertThat(isWarned()).isFalse();
    }

    @Test
    void keepsTheChartWhenAQueryFails() {
        open();
        canned().alwaysEnd(new QueryOutcome.Failed(Problem.of(ErrorCode.BUSY, "Busy.", "Try again soon.")));

        type("6");

        eventually(this::isWarned);
        assertThat(rows()).hasSize(5);
        assertThat(texts(Paragraph.class)).contains("Busy.", "Try again soon.");
    }

    @Test
    void saysWhatToDoForALakeWithoutTheView() {
        open();
        canned().alwaysEnd(new QueryOutcome.Failed(
                Problem.of(ErrorCode.UNKNOWN_NAME, "Table with name top_pickup_locations does not exist!")
                        .ofTable("top_pickup_locations")));

        type("6");

        eventually(this::isWarned);
        assertThat(texts(Paragraph.class))
                .contains("This lake has no view top_pickup_locations, which this page shows.")
                .anyMatch(text -> text.contains("duckboard lake populate"));
    }

    @Test
    void keepsTheRankingOfALakeWithoutTrips() {
        canned().end("FROM trips", new QueryOutcome.Failed(Problem.of(ErrorCode.UNKNOWN_NAME, "No table trips.")));

        reload();

        eventually(() -> tile("Busiest hour").equals("—No table trips."));
        assertThat(tile("Trips")).isEqualTo("—No table trips.");
        assertThat(tile("Pickup zones")).isEqualTo("137");
        assertThat(rows()).hasSize(5);
        assertThat(isWarned()).isFalse();
    }

    @Test
    void keepsTheTripsOfALakeWithoutTheView() {
        canned().end(
                        "top_pickup_locations",
                        new QueryOutcome.Failed(Problem.of(ErrorCode.UNKNOWN_NAME, "No table top_pickup_locations.")));

        reload();

        eventually(() -> tile("Busiest hour").equals("19–20"));
        assertThat(tile("Trips")).isEqualTo("10,000");
        assertThat(tile("Busiest zone")).isEqualTo("—No table top_pickup_locations.");
        assertThat(isWarned()).isTrue();
        assertThat(texts(Paragraph.class)).contains("No table top_pickup_locations.");
    }

    @Test
    void asksForAllOfItAgainWhenTheEngineIsBack() {
        canned().alwaysEnd(new QueryOutcome.Unreachable("Nobody answers.", "Start the engine."));
        reload();
        eventually(this::isWarned);
        assertThat(find(Tile.class).all()).extracting(OpenDashboard::value).containsOnly("—Nobody answers.");

        canned().answerAgain();
        test(find(Button.class).withText("Retry").single()).click();

        eventually(() -> tile("Busiest hour").equals("19–20"));
        assertThat(find(Tile.class).all())
                .extracting(OpenDashboard::value)
                .containsExactly("10,000", "137", "Upper East Side South", "19–20");
    }
}
