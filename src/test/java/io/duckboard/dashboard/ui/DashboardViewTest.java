package io.duckboard.dashboard.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.dashboard.BusiestHour;
import io.duckboard.dashboard.PickupLocation;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.dashboard.TripCount;
import io.duckboard.dashboard.WholeView;
import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.testing.CannedEngine;
import io.duckboard.ui.Notice;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.convention.TestBean;

@Tag("app")
@SpringBootTest
@ViewPackages(packages = "io.duckboard")
class DashboardViewTest extends SpringBrowserlessTest {

    @TestBean
    private @Nullable QueryEngine engine;

    static QueryEngine engine() {
        return new CannedEngine();
    }

    @AfterEach
    void renewTheEngine() {
        canned().forget();
    }

    @Test
    void startsWithFiveLocations() {
        open();

        assertThat(rows())
                .extracting(PickupLocation::locationId, PickupLocation::trips)
                .containsExactly(
                        tuple(237L, 432L), tuple(236L, 425L), tuple(161L, 416L), tuple(230L, 373L), tuple(162L, 347L));
        assertThat(rows().getFirst().name()).isEqualTo("Upper East Side South");
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
    void asksAgainForEveryNewNumber() {
        open();

        type("12");

        eventually(() -> rows().size() == 12);
        assertThat(canned().asked()).containsExactly(5, 12);
    }

    @Test
    void keepsTheChartAndAsksNothingWhenTheNumberIsBad() {
        open();

        for (String bad : List.of("500", "0", "-3", "abc", "1.5", "")) {
            type(bad);
            assertThat(field().isInvalid()).as("'%s' is refused", bad).isTrue();
            assertThat(field().getErrorMessage()).contains("1").contains("200");
        }

        assertThat(rows()).hasSize(5);
        assertThat(canned().asked()).containsExactly(5);
    }

    @Test
    void takesTheErrorAwayWithTheNextGoodNumber() {
        open();
        type("abc");

        type("7");

        assertThat(field().isInvalid()).isFalse();
        eventually(() -> rows().size() == 7);
    }

    @Test
    void dropsAnAnswerToAnOlderNumber() {
        open();
        canned().hold(9);
        type("9");
        type("3");
        eventually(() -> rows().size() == 3);

        canned().letGo(9);
        type("4");

        eventually(() -> rows().size() == 4);
        assertThat(canned().asked()).containsExactly(5, 9, 3, 4);
    }

    @Test
    void cancelsTheQuestionOfTheNumberBefore() {
        open();
        canned().hold(9);
        type("9");
        eventually(() -> canned().asked().contains(9));

        type("3");

        eventually(() -> canned().cancelled().equals(List.of(9)));
        eventually(() -> rows().size() == 3);
        canned().letGo(9);
    }

    @Test
    void cancelsTheQuestionOfTheNumberBeforeABadOne() {
        open();
        canned().hold(9);
        type("9");
        eventually(() -> canned().asked().contains(9));

        type("abc");

        eventually(() -> canned().cancelled().equals(List.of(9)));
        assertThat(texts(Span.class)).doesNotContain("Asking for the first 9 locations …");
        canned().letGo(9);
        type("4");
        eventually(() -> rows().size() == 4);
    }

    @Test
    void keepsTheChartWhileItWaits() {
        open();
        canned().hold(8);

        type("8");

        assertThat(rows()).hasSize(5);
        assertThat(texts(Span.class)).contains("Asking for the first 8 locations …");
        canned().letGo(8);
        eventually(() -> rows().size() == 8);
    }

    @Test
    void stepsFromTheLastGoodNumber() {
        open();
        type("abc");

        find(Button.class).all().stream()
                .filter(button -> button.getText().equals("+"))
                .findFirst()
                .orElseThrow()
                .click();

        assertThat(field().getValue()).isEqualTo("6");
        eventually(() -> rows().size() == 6);
    }

    @Test
    void saysThatTheViewHasFewerRowsThanAskedFor() {
        open();

        type("200");

        eventually(() -> rows().size() == 137);
        assertThat(texts(Paragraph.class)).contains("The view has 137 rows: all of them are here.");
    }

    @Test
    void saysThatTheEngineIsAwayAndTriesAgainWhenAsked() {
        open();
        canned().alwaysEnd(new QueryOutcome.Unreachable("Nobody answers.", "Start the engine."));
        type("6");
        eventually(this::isWarned);
        assertThat(texts(Paragraph.class)).contains("Nobody answers.", "Start the engine.");

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
                Problem.of(ErrorCode.UNKNOWN_NAME, "Table with name top_pickup_locations does not exist!")));

        type("6");

        eventually(this::isWarned);
        assertThat(texts(Paragraph.class))
                .contains("This lake has no view top_pickup_locations, which this page shows.")
                .anyMatch(text -> text.contains("duckboard lake populate"));
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
        assertThat(find(Tile.class).all()).extracting(DashboardViewTest::value).containsOnly("—Nobody answers.");

        canned().answerAgain();
        test(find(Button.class).withText("Retry").single()).click();

        eventually(() -> tile("Busiest hour").equals("19–20"));
        assertThat(find(Tile.class).all())
                .extracting(DashboardViewTest::value)
                .containsExactly("10,000", "137", "Upper East Side South", "19–20");
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

    private CannedEngine canned() {
        return (CannedEngine) Objects.requireNonNull(engine);
    }

    /** The page, which the test's visitor has already entered. */
    private void open() {
        eventually(() -> rows().size() == 5);
    }

    /** A page as new. */
    private static void reload() {
        UI.getCurrent().refreshCurrentRoute(false);
    }

    private String tile(String name) {
        return find(Tile.class).all().stream()
                .filter(tile -> tile.getElement().getChild(0).getText().equals(name))
                .map(DashboardViewTest::value)
                .findFirst()
                .orElseThrow();
    }

    private static String value(Tile tile) {
        return tile.getElement().getChild(1).getTextRecursively();
    }

    private void type(String text) {
        test(field()).setValue(text);
    }

    /** Lets what other threads left for the page come in, until the page is as expected. */
    private LocationCountField field() {
        return find(LocationCountField.class).single();
    }

    /** Which is the last thing that a page comes to know, where there is a reason. */
    private boolean leadsToTheTransform() {
        return find(Anchor.class).withText("run the transform").exists();
    }

    /** Whether a notice is to be seen: find passes over what is hidden. */
    private boolean isWarned() {
        return find(Notice.class).exists();
    }

    private List<PickupLocation> rows() {
        return find(LocationTable.class).single().getListDataView().getItems().toList();
    }

    private <T extends Component & HasText> List<String> texts(Class<T> kind) {
        return find(kind).all().stream().map(HasText::getText).toList();
    }
}
