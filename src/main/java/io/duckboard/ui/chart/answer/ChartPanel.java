package io.duckboard.ui.chart.answer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.ui.chart.Chart;
import io.duckboard.ui.chart.ChartKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Shows an answer as a chart. People choose its kind and columns; the first choice is a guess. */
public final class ChartPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final String NO_COLUMN = "no column";

    private final Select<ChartKind> kind = new Select<>();
    private final Select<Choosable> x = new Select<>();
    private final Select<Choosable> oneY = new Select<>();
    private final MultiSelectComboBox<Choosable> y = new MultiSelectComboBox<>("Values");
    private final Select<Choosable> series = new Select<>();
    private final Div choices = new Div(kind, x, oneY, y, series);
    private final Paragraph message = new Paragraph();
    private final Chart chart = new Chart();
    private final Div drawn = new Div();

    private transient Optional<Answer.Rows> answer = Optional.empty();
    private transient Optional<ChartChoice> choice = Optional.empty();
    private List<Column> columns = List.of();
    /** Set while fields are being filled, because that reports changes, too. */
    private boolean filling;

    public ChartPanel() {
        addClassName("chart-panel");
        kind.setLabel("Chart");
        kind.setItemLabelGenerator(ChartKind::label);
        kind.addValueChangeListener(_ -> changed());
        x.setLabel("Along the foot");
        oneY.setLabel("Values");
        series.setLabel("Series by");
        series.setEmptySelectionAllowed(true);
        series.setEmptySelectionCaption(NO_COLUMN);
        for (Select<Choosable> each : List.of(x, oneY, series)) {
            // The empty choice has its own caption, but Vaadin asks for its label as well.
            each.setItemLabelGenerator(item -> item == null ? NO_COLUMN : item.name());
            each.addValueChangeListener(_ -> changed());
        }
        y.setItemLabelGenerator(Choosable::name);
        y.addValueChangeListener(_ -> changed());
        message.addClassName("remark");
        message.getElement().setAttribute("role", "status");
        var png = new Button("PNG", _ -> chart.downloadPng());
        png.setAriaLabel("Save the chart as PNG");
        var svg = new Button("SVG", _ -> chart.downloadSvg());
        svg.setAriaLabel("Save the chart as SVG");
        var downloads = new Div(png, svg);
        downloads.addClassName("chart-downloads");
        choices.addClassName("chart-choices");
        drawn.add(chart, downloads);
        drawn.addClassName("chart-drawn");
        add(choices, message, drawn);
        clear();
    }

    /** Draws an answer. The choice made for the last answer stays if this one has the same columns. */
    public void show(Answer.Rows rows) {
        answer = Optional.of(rows);
        if (choice.isEmpty() || !columns.equals(rows.metadata().columns())) {
            columns = rows.metadata().columns();
            choice = FirstGuess.of(rows);
        }
        fill();
        draw();
    }

    /** Leaves no answer to draw. */
    public void clear() {
        answer = Optional.empty();
        fill();
        say("Run a query: its answer is drawn here.");
    }

    private void changed() {
        if (filling || choice.isEmpty()) {
            return;
        }
        choice = choice.map(this::chosen).map(new ChartOptions(columns)::fitting);
        fill();
        draw();
    }

    private ChartChoice chosen(ChartChoice before) {
        return new ChartChoice(
                kind.getValue(),
                x.isVisible() ? x.getValue().column() : before.x(),
                measures(before),
                series.isVisible()
                        ? series.getOptionalValue()
                                .map(chosen -> OptionalInt.of(chosen.column()))
                                .orElseGet(OptionalInt::empty)
                        : before.series());
    }

    /** A kind that draws one column remembers the others for kinds that draw several. */
    private List<Integer> measures(ChartChoice before) {
        if (oneY.isVisible()) {
            int one = oneY.getValue().column();
            return one == before.firstY() ? before.y() : List.of(one);
        }
        List<Integer> ticked =
                y.getValue().stream().map(Choosable::column).sorted().toList();
        return ticked.isEmpty() ? before.y() : ticked;
    }

    private void fill() {
        choices.setVisible(answer.isPresent() && choice.isPresent());
        if (choices.isVisible()) {
            filling = true;
            fill(choice.orElseThrow(), new ChartOptions(columns));
            filling = false;
        }
    }

    private void fill(ChartChoice chosen, ChartOptions offers) {
        kind.setItems(offers.kinds());
        kind.setValue(chosen.kind());
        x.setVisible(chosen.kind() != ChartKind.HISTOGRAM);
        x.setItems(choosable(offers.x(chosen.kind())));
        if (x.isVisible()) {
            x.setValue(choosable(chosen.x()));
        }
        boolean several = chosen.hasSeries() && chosen.splitBy().isEmpty();
        y.setVisible(several);
        y.setItems(choosable(offers.y()));
        y.setValue(choosable(chosen.y()));
        oneY.setVisible(!several);
        oneY.setItems(choosable(offers.y()));
        oneY.setValue(choosable(chosen.firstY()));
        series.setVisible(chosen.hasSeries());
        series.setItems(choosable(offers.series()));
        chosen.splitBy().ifPresentOrElse(column -> series.setValue(choosable(column)), series::clear);
    }

    private List<Choosable> choosable(List<Integer> indices) {
        return indices.stream().map(this::choosable).toList();
    }

    private Choosable choosable(int column) {
        return new Choosable(column, ChartText.series(columns, column));
    }

    private void draw() {
        Answer.Rows rows = answer.orElseThrow();
        if (choice.isEmpty()) {
            say(
                    "A chart needs a column of numbers, and this answer has none. Count or add something up, such as count(*).");
            return;
        }
        switch (AnswerChart.of(rows, choice.get())) {
            case Drawing.Drawn(var spec) -> {
                message.setVisible(false);
                drawn.setVisible(true);
                chart.show(spec);
            }
            case Drawing.Undrawable(var why) -> say(why);
        }
    }

    private void say(String sentence) {
        message.setText(sentence);
        message.setVisible(true);
        drawn.setVisible(false);
    }

    /** A column that people can choose. */
    record Choosable(int column, String name) {}
}
