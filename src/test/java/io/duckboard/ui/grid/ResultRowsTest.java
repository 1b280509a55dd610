package io.duckboard.ui.grid;

import static io.duckboard.format.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Answers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the result's tools do, and what the browser gets when it asks. */
@ViewPackages(packages = "io.duckboard.ui.grid")
class ResultRowsTest extends BrowserlessTest {

    private static final String HUGE = "170141183460469231731687303715884105727";

    private static final Answer.Rows ANSWER = Answers.of(
            List.of("id HUGEINT", "id VARCHAR", "<b>x</b> STRUCT(a_INTEGER[])"),
            List.of(
                    row(2, "b", Map.of("a", List.of(1, 2))),
                    row(new BigInteger(HUGE), "<script>alert(1)</script>", null),
                    row(1, "a\nb\u202e", null)));

    private final ResultRows rows = new ResultRows("Result");

    @BeforeEach
    void open() {
        UI.getCurrent().add(rows);
        rows.show(ANSWER);
    }

    @Test
    void tellsTheBrowserPositionsAndTexts() {
        assertThat(grid().rows(0, 50, -1, false).toString())
                .isEqualTo("[[0,\"2\",\"b\",[\"{\\\"a\\\":[1,2]}\"]],[1,\"" + HUGE
                        + "\",\"<script>alert(1)</script>\",null],[2,\"1\",[\"a␊b\\\\u202e\"],null]]");
    }

    @Test
    void sortsAsTheBrowserAsks() {
        assertThat(positions(grid().rows(0, 50, 0, false))).containsExactly(2, 0, 1);
        assertThat(positions(grid().rows(1, 50, 0, true))).containsExactly(0, 2);
        assertThat(positions(grid().rows(0, 50, -1, false))).containsExactly(0, 1, 2);
    }

    @Test
    void saysHowManyOfTheShownRowsPassTheFilter() {
        assertThat(count()).isEqualTo("3 rows");

        test(on(TextField.class).single()).setValue("ALERT");
        assertThat(count()).isEqualTo("1 of 3 shown rows");
        assertThat(positions(grid().rows(0, 50, -1, false))).containsExactly(1);

        rows.show(ANSWER);
        assertThat(count()).isEqualTo("3 rows");
        assertThat(on(TextField.class).single().getValue()).isEmpty();
    }

    @Test
    void forgetsTheFiltersOfColumnsWhenTheyAreClosed() {
        button("Filter columns").click();
        grid().filterColumn(0, "> 1");
        assertThat(count()).isEqualTo("2 of 3 shown rows");

        button("Filter columns").click();

        assertThat(count()).isEqualTo("3 rows");
    }

    @Test
    void copiesTheSelectedRowsInTheOrderTheyAreShownIn() {
        grid().rows(0, 50, 0, false);
        grid().select(2);

        assertThat(count()).isEqualTo("3 rows · 2 selected");
        assertThat(grid().copy("TSV", array(0, 2)))
                .isEqualTo("id\tid\t<b>x</b>\n1\t\"a\nb\u202e\"\t\n2\tb\t\"{\"\"a\"\":[1,2]}\"\n");
        assertThat(grid().copy("JSON", array(1)))
                .contains("{\"id\":" + HUGE + ",\"id_1\":\"<script>alert(1)</script>\",\"<b>x</b>\":null}");
        assertThat(grid().copy("MARKDOWN", array(1)))
                .contains("\\<b\\>x\\</b\\>")
                .contains("| " + HUGE + " | \\<script\\>alert(1)\\</script\\> | NULL |");
    }

    @Test
    void copiesNothingOfRowsThatAreNotThere() {
        assertThat(grid().copy("TSV", array(Integer.MAX_VALUE, -1))).isEqualTo("id\tid\t<b>x</b>\n");
    }

    @Test
    void copiesAllThatIsShownWhereNothingIsSelected() {
        test(on(TextField.class).single()).setValue("alert");

        assertThat(grid().copy("TSV", array()))
                .isEqualTo("id\tid\t<b>x</b>\n" + HUGE + "\t<script>alert(1)</script>\t\n");
        grid().copied("TSV", 0);

        assertThat(test(on(Notification.class).single()).getText()).isEqualTo("1 row copied as TSV.");
    }

    @Test
    void copiesAWholeValueExactly() {
        assertThat(grid().text(1, 0)).isEqualTo(HUGE);
        assertThat(grid().text(2, 1)).isEqualTo("a\nb\u202e");
        assertThat(grid().text(1, 2)).isEqualTo("NULL");
    }

    @Test
    void answersWithNothingWhereThereIsNoSuchCell() {
        assertThat(grid().text(3, 0)).isEmpty();
        assertThat(grid().text(0, 3)).isEmpty();
        assertThat(grid().text(-1, -1)).isEmpty();
        grid().filterColumn(7, "x");
        grid().open(9, 9);

        assertThat(grid().rows(-4, Integer.MAX_VALUE, 99, true)).hasSize(3);
        assertThat(on(Dialog.class).exists()).isFalse();
        assertThat(count()).isEqualTo("3 rows");
    }

    @Test
    void opensAWholeValueAsText() {
        grid().open(0, 2);

        assertThat(on(Pre.class).single().getText()).isEqualTo("""
                {
                  "a" : [ 1, 2 ]
                }""");
    }

    @Test
    void sumsUpTheRowsThatAreShown() {
        button("Columns ▾").click();
        assertThat(facts()).contains("3 distinct · no NULL · 1 – " + HUGE);

        test(on(TextField.class).single()).setValue("b");

        assertThat(facts()).contains("2 distinct · no NULL · 1 – 2", "1 distinct · 1 NULL");
    }

    @Test
    void sumsUpTheFirstHundredOf500Columns() {
        rows.show(Answers.of(
                IntStream.range(0, 500)
                        .mapToObj(column -> "c" + column + " INTEGER")
                        .toList(),
                List.of(Collections.nCopies(500, 1))));

        button("Columns ▾").click();
        assertThat(on(NativeDetails.class).all()).hasSize(100);

        button("Show 100 more").click();
        assertThat(on(NativeDetails.class).all()).hasSize(200);
    }

    @Test
    void showsNothingAfterItIsCleared() {
        rows.clear();

        assertThat(count()).isEmpty();
        assertThat(grid().rows(0, 50, -1, false)).isEmpty();
        assertThat(grid().copy("JSON", array())).isEmpty();
    }

    /** Finds a component anywhere on the page, although the page has no view of its own. */
    private <T extends Component> ComponentQuery<T> on(Class<T> kind) {
        return find(kind, UI.getCurrent());
    }

    private AnswerGrid grid() {
        return on(AnswerGrid.class).single();
    }

    private String count() {
        return on(Span.class).withClassName("shown-count").single().getText();
    }

    private Button button(String words) {
        return on(Button.class).withText(words).single();
    }

    private List<String> facts() {
        return on(Span.class).withClassName("column-description").all().stream()
                .map(Span::getText)
                .toList();
    }

    private static ArrayNode array(int... positions) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        IntStream.of(positions).forEach(array::add);
        return array;
    }

    private static List<@Nullable Object> positions(ArrayNode rows) {
        var positions = new ArrayList<@Nullable Object>();
        rows.forEach(row -> positions.add(row.get(0).asInt()));
        return positions;
    }
}
