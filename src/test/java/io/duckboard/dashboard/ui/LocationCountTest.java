package io.duckboard.dashboard.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page asks for each number that is typed, and shows the answer to the last one. */
@Tag("app")
@ViewPackages(packages = "io.duckboard")
class LocationCountTest extends OpenDashboard {

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
}
