package io.duckboard.sqlpage.editor.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.Vocabulary;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.security.Asker;
import io.duckboard.sqlpage.editor.Example;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.ui.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The panel beside the editor shows what can be queried, and writes its names. */
@ViewPackages(classes = TablesPanelTest.class)
class TablesPanelTest extends BrowserlessTest {

    private static final String WORDS = "keywords,reserved,functions,tables";

    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<String> inserted = new ArrayList<>();
    private final List<Vocabulary> learned = new ArrayList<>();
    private final List<Example> opened = new ArrayList<>();

    @Test
    void showsTablesWithTheirRowsAndColumnsWithTheirTypes() {
        answer(List.of(table("trips", "fare_amount", "pick up"), table("<b>zones</b>", "zone")));

        TableTree tree = show();

        assertThat(lines(tree)).containsExactly("trips 10,000", "<b>zones</b> ");
        tree.expand(tree.getTreeData().getRootItems());
        assertThat(lines(tree))
                .containsExactly(
                        "trips 10,000", "fare_amount decimal", "pick up decimal", "<b>zones</b> ", "zone decimal");
        assertThat(learned).hasSize(1);
    }

    @Test
    void findsTablesAndColumns() {
        answer(List.of(table("trips", "fare_amount", "zone_id"), table("zones", "zone", "borough")));
        TableTree tree = show();

        search("FARE");
        assertThat(lines(tree)).containsExactly("trips 10,000", "fare_amount decimal");
        search("zones");
        assertThat(lines(tree)).containsExactly("zones ", "zone decimal", "borough decimal");
        search("<i>");
        assertThat(tree.isVisible()).isFalse();
        assertThat(texts()).contains("No table or column has “<i>” in its name.");
    }

    @Test
    void writesTheNameInQuotesWhereItNeedsThem() {
        answer(List.of(table("trips", "select", "fare")));
        TableTree tree = show();
        tree.expand(tree.getTreeData().getRootItems());

        for (int row = 0; row < 3; row++) {
            ((Button) test(tree).getCellComponent(row, 0)).click();
        }

        assertThat(inserted).containsExactly("trips", "\"select\"", "fare");
    }

    @Test
    void showsThousandsOfColumns() {
        answer(List.of(table(
                "wide", IntStream.range(0, 5_000).mapToObj(i -> "column_" + i).toArray(String[]::new))));
        TableTree tree = show();

        search("column_499");

        assertThat(lines(tree)).hasSize(12).contains("column_4999 decimal");
    }

    @Test
    void saysThatThereIsNothing() {
        engine.answer("duckdb_keywords", WORDS, List.of(Arrays.asList(List.of(), List.of(), List.of(), null)));
        engine.answer("lake.tables", "name", List.of());

        showPanel();

        eventually(() -> texts().contains("This lake has no tables yet. The Data page says how to bring some."));
    }

    @Test
    void saysWhatFailedAndAsksAgain() {
        engine.end("duckdb_keywords", new QueryOutcome.Unreachable("The engine cannot be reached.", "Start it."));
        engine.end("lake.tables", new QueryOutcome.Failed(Problem.of(ErrorCode.INTERNAL, "It failed.")));
        showPanel();
        eventually(() -> find(Notice.class).exists());

        answer(List.of(table("trips", "fare")));
        eventually(() -> find(Button.class).withText("Retry").exists());
        test(find(Button.class).withText("Retry").single()).click();

        eventually(() -> find(TableTree.class).exists());
        assertThat(find(Notice.class).exists()).isFalse();
    }

    @Test
    void looksAgainWhenTold() {
        answer(List.of(table("trips", "fare")));
        show();
        eventually(() -> refresh().isEnabled());

        answer(List.of(table("trips", "fare"), table("weather", "rain")));
        test(refresh()).click();

        eventually(() -> lines(find(TableTree.class).single()).contains("weather "));
        assertThat(learned).hasSize(2);
    }

    @Test
    void opensExamples() {
        showPanel();

        test(find(Button.class).withText("Trips by hour").single()).click();

        assertThat(opened).extracting(Example::title).containsExactly("Trips by hour");
    }

    private void answer(List<Map<String, Object>> tables) {
        engine.forget();
        List<@Nullable Object> words = Arrays.asList(List.of("select"), List.of("select"), List.of("count"), tables);
        engine.answer("duckdb_keywords", WORDS, List.of(words));
        engine.answer(
                "lake.tables",
                "name,kind,rows,bytes,files,partitioned_by,built_at_ms,built_from,problem",
                List.of(Arrays.asList("trips", "dataset", 10_000, 1, 1, List.of(), null, List.of(), null)));
    }

    private static Map<String, Object> table(String name, String... columns) {
        return Map.of(
                "name",
                name,
                "columns",
                Arrays.stream(columns)
                        .map(column -> Map.of("name", column, "type", "DECIMAL(10,2)"))
                        .toList());
    }

    private TableTree show() {
        showPanel();
        eventually(() -> find(TableTree.class).exists()
                && lines(find(TableTree.class).single()).stream().noneMatch("trips "::equals));
        return find(TableTree.class).single();
    }

    private void showPanel() {
        UI.getCurrent()
                .add(new TablesPanel(
                        new QueryService(engine, Asker::everyone), learned::add, inserted::add, opened::add));
    }

    private void search(String text) {
        test(find(TextField.class).single()).setValue(text);
    }

    private Button refresh() {
        return find(Button.class)
                .withAttribute("aria-label", "Refresh the tables")
                .single();
    }

    private List<String> lines(TableTree tree) {
        return IntStream.range(0, test(tree).size())
                .mapToObj(row -> test(tree).getRow(row))
                .map(row -> row.name() + " " + row.fact())
                .toList();
    }

    private List<String> texts() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
