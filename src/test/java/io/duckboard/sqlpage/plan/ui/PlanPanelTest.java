package io.duckboard.sqlpage.plan.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.treegrid.TreeGrid;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.ui.Notice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the panel on an empty page, since it does not have a page of its own. */
@ViewPackages(classes = PlanPanelTest.class)
class PlanPanelTest extends BrowserlessTest {

    private static final String SLOW_SCAN = """
            {"latency": 0.02, "total_bytes_read": 2129, "children": [{"operator_name": "EXPLAIN_ANALYZE", "children": [
              {"operator_name": "HASH_GROUP_BY", "operator_timing": 0.001, "operator_cardinality": 3,
               "result_set_size": 60, "extra_info": {}, "children": [
                {"operator_name": "READ_PARQUET", "operator_timing": 0.009, "operator_cardinality": 10000,
                 "result_set_size": 80000, "extra_info": {"Filters": "zone='<b>x</b>'"}, "children": []}]}]}]}""";

    private final ScriptedEngine engine = new ScriptedEngine();
    private final PlanPanel panel = new PlanPanel(new QueryService(engine, Asker::everyone));

    @BeforeEach
    void open() {
        UI.getCurrent().add(panel);
    }

    @Test
    void runsNothingByItself() {
        assertThat(explain().isEnabled()).isFalse();

        panel.show(Request.Query.of("SELECT 1"));

        roundTrip();
        assertThat(engine.asked()).isEmpty();
        assertThat(explain().isEnabled()).isTrue();
        assertThat(texts(Paragraph.class)).anyMatch(text -> text.contains("costs as much"));
    }

    @Test
    void showsTheOperatorsAndMarksTheSlow() {
        explained();

        TreeGrid<?> grid = find(TreeGrid.class).single();
        assertThat(text(cell(grid, 0, 0))).isEqualTo("Group rowsHASH_GROUP_BY");
        assertThat(text(cell(grid, 1, 0))).isEqualTo("Read Parquet filesREAD_PARQUETslow");
        assertThat(text(cell(grid, 0, 1))).isEqualTo("10.0 %");
        assertThat(text(cell(grid, 1, 1))).isEqualTo("90.0 %");
        assertThat(test(grid).getCellText(1, 2)).isEqualTo("9.0 ms");
        assertThat(test(grid).getCellText(1, 3)).isEqualTo("10,000");
        assertThat(test(grid).getCellText(1, 4)).isEqualTo("80.0 kB");
        assertThat(texts(Paragraph.class))
                .anyMatch(text -> text.startsWith("20 ms in all · 2.1 kB read from files · $0"));
        assertThat(texts(Pre.class).getFirst()).contains("Read Parquet files (READ_PARQUET): 90.0 %, slow, 9.0 ms");
    }

    @Test
    void showsWhatAnOperatorIsAboutWhenAskedTo() {
        explained();
        TreeGrid<?> grid = find(TreeGrid.class).single();

        assertThat(test(grid).getLitRendererPropertyValue(1, 5, "shown", String.class))
                .isEqualTo("false");
        test(grid).invokeLitRendererFunction(1, 5, "toggle");

        assertThat(test(grid).getLitRendererPropertyValue(1, 5, "shown", String.class))
                .isEqualTo("true");
        assertThat(find(DescriptionList.Description.class).all())
                .extracting(HasText::getText)
                .containsExactly("zone='<b>x</b>'");
        assertThat(test(grid).getLitRendererPropertyValue(0, 5, "none", Boolean.class))
                .isTrue();
    }

    @Test
    void placesAnErrorInTheTextThatWasShown() {
        var told = new ArrayList<QueryOutcome>();
        panel.onOutcome((_, outcome) -> told.add(outcome));
        var problem = Problem.of(ErrorCode.UNKNOWN_NAME, "No column <i>x</i>.", "It is y.");
        engine.end("EXPLAIN", new QueryOutcome.Failed(problem.at("EXPLAIN (ANALYZE, FORMAT json) ".length() + 9)));
        panel.show(Request.Query.of("SELECT\n  x"));

        test(explain()).click();

        eventually(() -> find(Notice.class).exists());
        assertThat(texts(Paragraph.class)).contains("No column <i>x</i>.", "Line 2, column 3. It is y.");
        assertThat(told).containsExactly(new QueryOutcome.Failed(problem.at(9)));
    }

    @Test
    void saysWhatCannotBeShown() {
        engine.answer("EXPLAIN", "explain_key,explain_value", List.of(List.of("analyzed_plan", "none")));
        panel.show(Request.Query.of("SELECT 1"));

        test(explain()).click();

        eventually(() -> find(Notice.class).exists());
        assertThat(texts(Paragraph.class)).contains("The engine answered with something that is no plan.");
    }

    @Test
    void endsTheQueryWhenToldTo() {
        var held = engine.hold("EXPLAIN");
        panel.show(Request.Query.of("SELECT 1"));
        test(explain()).click();
        eventually(() -> engine.asked().size() == 1);

        assertThat(explain().isEnabled()).isFalse();
        test(find(Button.class).withText("Cancel").single()).click();
        eventually(() -> engine.cancelled().size() == 1);
        held.complete(new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "Cancelled.")));

        eventually(() -> find(Notice.class).exists());
        assertThat(explain().isEnabled()).isTrue();
        assertThat(find(Button.class).withText("Cancel").exists()).isFalse();
    }

    @Test
    void forgetsThePlanOfWhatWasBefore() {
        explained();

        panel.show(Request.Query.of("SELECT 2"));

        assertThat(find(TreeGrid.class).exists()).isFalse();
        panel.clear();
        assertThat(explain().isEnabled()).isFalse();
    }

    private void explained() {
        engine.answer("EXPLAIN", "explain_key,explain_value", List.of(List.of("analyzed_plan", SLOW_SCAN)));
        panel.show(Request.Query.of("SELECT 1"));
        test(explain()).click();
        eventually(() -> find(TreeGrid.class).exists());
        assertThat(engine.asked()).containsExactly("EXPLAIN (ANALYZE, FORMAT json) SELECT 1");
    }

    private Button explain() {
        return find(Button.class).withText("Explain").single();
    }

    private Component cell(TreeGrid<?> grid, int row, int column) {
        return test(grid).getCellComponent(row, column);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private <T extends Component & HasText> List<String> texts(Class<T> kind) {
        return find(kind).all().stream().map(HasText::getText).toList();
    }
}
