package io.duckboard.ui.chart.answer;

import static io.duckboard.ui.chart.answer.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.ui.chart.Chart;
import io.duckboard.ui.chart.ChartKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartPanelTest {

    private final ChartPanel panel = new ChartPanel();

    @Test
    void drawsTheFirstGuess() {
        panel.show(zones(5));

        assertThat(kind().getValue()).isEqualTo(ChartKind.HORIZONTAL_BARS);
        assertThat(spec())
                .contains("\"kind\":\"HORIZONTAL_BARS\"", "\"title\":\"trips, fares by zone\"", "\"text\":\"5\"");
    }

    @Test
    void drawsWhatIsChosen() {
        panel.show(zones(5));

        kind().setValue(ChartKind.PIE);
        select("Values").setValue(new ChartPanel.Choosable(3, "fares"));

        assertThat(spec()).contains("\"kind\":\"PIE\"", "\"title\":\"fares by zone\"");
    }

    @Test
    void takesTheZonesIdsForTheMap() {
        panel.show(zones(5));

        kind().setValue(ChartKind.MAP);

        assertThat(select("Along the foot").getValue().column()).isZero();
        assertThat(spec()).contains("\"kind\":\"MAP\"", "\"id\":\"237\"");
    }

    @Test
    void drawsTheColumnsThatAreTicked() {
        panel.show(zones(5));

        measures().setValue(Set.of(new ChartPanel.Choosable(3, "fares")));

        assertThat(spec()).contains("\"title\":\"fares by zone\"");
    }

    @Test
    void keepsTheChoiceForAnAnswerOfTheSameColumns() {
        panel.show(zones(5));
        kind().setValue(ChartKind.COLUMNS);

        panel.show(zones(77));

        assertThat(kind().getValue()).isEqualTo(ChartKind.COLUMNS);
        assertThat(spec()).contains("\"kind\":\"COLUMNS\"", "\"text\":\"77\"");
    }

    @Test
    void guessesAnewForOtherColumns() {
        panel.show(zones(5));
        kind().setValue(ChartKind.COLUMNS);

        panel.show(Answers.of(List.of(row("2019-04-01", 3)), "day DATE", "trips BIGINT"));

        assertThat(kind().getValue()).isEqualTo(ChartKind.LINE);
    }

    @Test
    void saysThatThereAreNoRows() {
        panel.show(Answers.of(List.of(), "zone VARCHAR", "trips BIGINT"));

        assertThat(message()).isEqualTo("The answer has no rows, so there is nothing to draw.");
    }

    @Test
    void saysThatThereIsNoNumber() {
        panel.show(Answers.of(List.of(row("a", List.of(1))), "zone VARCHAR", "list INTEGER[]"));

        assertThat(message()).startsWith("A chart needs a column of numbers, and this answer has none.");
        assertThat(kind().getParent().orElseThrow().isVisible()).isFalse();
    }

    @Test
    void forgetsTheAnswer() {
        panel.show(zones(5));

        panel.clear();

        assertThat(message()).isEqualTo("Run a query: its answer is drawn here.");
        assertThat(find(Chart.class)
                        .findFirst()
                        .orElseThrow()
                        .getParent()
                        .orElseThrow()
                        .isVisible())
                .isFalse();
    }

    private static Answer.Rows zones(int trips) {
        return Answers.of(
                List.of(row(237, "Upper East Side South", trips, 30), row(236, "Upper East Side North", 3, 20)),
                "location_id INTEGER",
                "zone VARCHAR",
                "trips BIGINT",
                "fares BIGINT");
    }

    private String spec() {
        return find(Chart.class)
                .findFirst()
                .orElseThrow()
                .getElement()
                .getPropertyRaw("spec")
                .toString();
    }

    private String message() {
        return find(Paragraph.class)
                .filter(Component::isVisible)
                .findFirst()
                .orElseThrow()
                .getText();
    }

    @SuppressWarnings("unchecked")
    private Select<ChartKind> kind() {
        return (Select<ChartKind>) find(Select.class)
                .filter(select -> select.getLabel().equals("Chart"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<ChartPanel.Choosable> select(String label) {
        return (Select<ChartPanel.Choosable>) find(Select.class)
                .filter(select -> select.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<ChartPanel.Choosable> measures() {
        return (MultiSelectComboBox<ChartPanel.Choosable>)
                find(MultiSelectComboBox.class).findFirst().orElseThrow();
    }

    private <C extends Component> Stream<C> find(Class<C> type) {
        return descendants(panel).filter(type::isInstance).map(type::cast);
    }

    private static Stream<Component> descendants(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ChartPanelTest::descendants));
    }
}
