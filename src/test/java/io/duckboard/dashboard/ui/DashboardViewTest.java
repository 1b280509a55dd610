package io.duckboard.dashboard.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.duckboard.dashboard.BusiestHour;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.dashboard.TripCount;
import io.duckboard.dashboard.WholeView;
import io.duckboard.datapage.TableEntry;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page shows the first locations, the lake's totals, and where its answer comes from. */
@Tag("app")
@ViewPackages(packages = "io.duckboard")
class DashboardViewTest extends OpenDashboard {

    @Test
    void startsWithFiveLocations() {
        open();

        assertThat(rows())
                .extracting(row -> row.get(3), row -> row.get(4))
                .containsExactly(
                        tuple("237", "432"),
                        tuple("236", "425"),
                        tuple("161", "416"),
                        tuple("230", "373"),
                        tuple("162", "347"));
        assertThat(rows().getFirst()).contains("1", "Upper East Side South", "Manhattan");
        eventually(() -> texts(Span.class).stream()
                .anyMatch(text -> text.startsWith("view built ") && text.endsWith(" ago · 137 rows")));
        assertThat(find(Span.class, find(ViewFacts.class).single())
                        .all()
                        .getFirst()
                        .getTitle())
                .contains("Built at 2025-03-01 08:40:00 UTC");
        assertThat(texts(Paragraph.class)).contains("round trip 9 ms · query 2 ms · engine cold · $0");
    }

    @Test
    void comesWithItsAnswersIfTheEngineIsQuick() {
        open();

        // A machine that is busy may be late once.
        eventually(() -> {
            reload();
            return rows().size() == 5 && tile("Busiest hour").equals("19–20");
        });
    }

    @Test
    void saysNothingOfTheAgeOfAViewThatWasFound() {
        canned().forgetWhenTheViewWasBuilt();
        reload();

        eventually(() -> tile("Busiest hour").equals("19–20"));
        assertThat(texts(Span.class)).contains("137 rows in the view");
    }

    @Test
    void leadsToTheTransformWhereTheTripsAreNewer() {
        canned().loadTripsAgain();
        reload();

        eventually(this::leadsToTheTransform);
        assertThat(find(Anchor.class).withText("run the transform").single().getHref())
                .isEqualTo("lineage");
        assertThat(find(ViewFacts.class).single().getElement().getTextRecursively())
                .endsWith("trips changed since: run the transform");
    }

    @Test
    void countsTheLakesTripsInTiles() {
        open();

        eventually(() -> tile("Busiest hour").equals("19–20"));
        assertThat(tile("Trips")).isEqualTo("10,000");
        assertThat(tile("Pickup zones")).isEqualTo("137");
        assertThat(tile("Busiest zone")).isEqualTo("Upper East Side South");
    }

    @Test
    void asksForTheRankingFirstAndThenForOneThingAfterTheOther() {
        canned().loadTripsAgain();
        reload();
        eventually(this::leadsToTheTransform);
        canned().forget();
        canned().loadTripsAgain();
        canned().hold(5);

        reload();
        assertThat(tile("Trips")).isEmpty();
        canned().letGo(5);

        eventually(this::leadsToTheTransform);
        assertThat(canned().answered())
                .containsExactly(
                        TopLocations.query(5).sql(),
                        WholeView.query().sql(),
                        TripCount.query().sql(),
                        BusiestHour.query().sql(),
                        TableEntry.query().sql());
    }

    @Test
    void showsTheSqlOfTheAnswerThatIsShown() {
        open();
        type("12");
        eventually(() -> rows().size() == 12);

        test(find(NativeButton.class).withText("show SQL").single()).click();

        assertThat(find(Pre.class).single().getText())
                .isEqualTo(TopLocations.query(12).sql());
    }

    @Test
    void leadsToTheEditorWithTheSqlOfTheAnswer() {
        open();

        String address = find(Anchor.class).withText("open in editor").single().getHref();

        assertThat(address).startsWith("sql?q=SELECT%20");
        assertThat(URLDecoder.decode(address.substring("sql?q=".length()), StandardCharsets.UTF_8))
                .isEqualTo(TopLocations.query(5).sql());
    }
}
