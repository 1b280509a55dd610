package io.duckboard.sqlpage.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.QueryParameters;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.sqlpage.editor.ui.RunAsked;
import io.duckboard.sqlpage.editor.ui.SqlEditor;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.ui.grid.AnswerGrid;
import io.duckboard.ui.grid.GridText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
class SqlViewTest extends SpringBrowserlessTest {

    @TestBean
    private @Nullable QueryEngine engine;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @AfterEach
    void renewTheEngine() {
        engineOf().forget();
    }

    @Test
    void runsNothingThatCameWithTheAddress() {
        open("SELECT 1");

        roundTrip();
        assertThat(engineOf().asked()).noneMatch(sql -> sql.equals("SELECT 1"));
    }

    @Test
    void showsRowsAndWhatTheyTook() {
        engineOf().answer("SELECT 1", "one,two", List.of(Arrays.asList("<b>1</b>", null)));
        open("");

        run("SELECT 1");

        eventually(() -> find(AnswerGrid.class).exists());
        assertThat(cell(0, 0)).isEqualTo("<b>1</b>");
        assertThat(cell(0, 1)).isEqualTo("NULL");
        assertThat(texts(Paragraph.class))
                .contains("1 row · round trip 9 ms · query 2 ms · engine warm · $0 · session $0");
    }

    @Test
    void showsWhereAnErrorLies() {
        engineOf()
                .end(
                        "trps",
                        new QueryOutcome.Failed(Problem.of(ErrorCode.UNKNOWN_NAME, "No table trps.", "It is trips.")
                                .at(14)));
        open("");

        run("SELECT *\nFROM trps");

        eventually(() -> texts(Paragraph.class).contains("No table trps."));
        assertThat(texts(Paragraph.class)).contains("Line 5, column 6. It is trips.");
        assertThat(texts(Pre.class)).containsExactly("FROM trps\n     ^");
    }

    @Test
    void endsAQueryWhenToldTo() {
        var held = engineOf().hold("SELECT 1");
        open("");
        run("SELECT 1");
        eventually(() -> engineOf().asked().contains("SELECT 1"));

        test(find(Button.class).withText("Cancel").single()).click();
        eventually(() -> isCancelled("SELECT 1"));
        held.complete(new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "Cancelled.")));

        eventually(() -> texts(Paragraph.class).contains("Cancelled."));
        assertThat(texts(Paragraph.class)).contains("Nothing of it runs any more.");
        assertThat(find(Button.class).withText("Cancel").single().isEnabled()).isFalse();
    }

    @Test
    void saysWhenTheEngineIsLostInMidRun() {
        var held = engineOf().hold("SELECT 1");
        engineOf().answer("SELECT 2", "two", List.of(List.of("2")));
        open("");
        run("SELECT 1");
        eventually(() -> engineOf().asked().contains("SELECT 1"));

        held.complete(new QueryOutcome.Unreachable("The engine does not answer.", "Start Duckboard again."));
        eventually(() -> texts(Paragraph.class).contains("The engine does not answer."));
        assertThat(texts(Paragraph.class)).anyMatch(hint -> hint.startsWith("Start Duckboard again. Reference: "));
        assertThat(find(Button.class).withText("Cancel").single().isEnabled()).isFalse();

        run("SELECT 2");
        eventually(() -> find(AnswerGrid.class).exists());
    }

    @Test
    void saysThatSqlWithoutAPlaceToBlameIsToBeChanged() {
        engineOf()
                .end(
                        "SELECT *",
                        new QueryOutcome.Failed(Problem.of(ErrorCode.INVALID_REQUEST, "There are no columns.")));
        open("");

        run("SELECT * EXCLUDE (a) FROM (SELECT 1 AS a)");

        eventually(() -> texts(Paragraph.class).contains("There are no columns."));
        assertThat(texts(Paragraph.class)).contains("Change the SQL, then run it again.");
    }

    @Test
    void asksBeforeAnotherQueryTakesThePlaceOfOneThatRuns() {
        var held = engineOf().hold("SELECT 1");
        engineOf().answer("SELECT 2", "two", List.of(List.of("2")));
        open("");
        run("SELECT 1");
        eventually(() -> engineOf().asked().contains("SELECT 1"));

        run("SELECT 2");
        assertThat(engineOf().asked()).doesNotContain("SELECT 2");
        test(find(ConfirmDialog.class).single()).confirm();

        eventually(() -> find(AnswerGrid.class).exists());
        assertThat(cell(0, 0)).isEqualTo("2");
        eventually(() -> isCancelled("SELECT 1"));
        held.complete(new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "Cancelled.")));
    }

    @Test
    void hasTheAnswerForWhoeverComesBack() {
        var held = engineOf().hold("SELECT 3");
        open("");
        run("SELECT 3");
        eventually(() -> engineOf().asked().contains("SELECT 3"));
        UI.getCurrent().navigate("data");
        engineOf().answer("SELECT 3", "three", List.of(List.of("3")));

        held.complete(engineOf().ask(Request.Query.of("SELECT 3")));
        UI.getCurrent().navigate("sql");

        eventually(() -> find(AnswerGrid.class).exists());
        assertThat(cell(0, 0)).isEqualTo("3");
        assertThat(isCancelled("SELECT 3")).isFalse();
    }

    @Test
    void fillsInWhatALinkBrings() {
        UI.getCurrent()
                .navigate("sql", new QueryParameters(Map.of("q", List.of("SELECT $n"), "p.n:BIGINT", List.of("7"))));
        engineOf().answer("SELECT $n", "n", List.of(List.of("7")));

        run("SELECT $n");

        eventually(() -> find(AnswerGrid.class).exists());
        assertThat(engineOf().queries().getLast().parameters())
                .isEqualTo(Map.of("n", new Parameter(Parameter.Type.BIGINT, "7")));
    }

    @Test
    void saysThatThereIsNothingToRun() {
        open("");

        run("  ");

        assertThat(texts(Paragraph.class)).contains("There is nothing to run.");
    }

    /** Whether a query was cancelled. Other questions may be cancelled with their page. */
    private boolean isCancelled(String sql) {
        return engineOf().queries().stream()
                .filter(query -> query.sql().equals(sql))
                .flatMap(query -> query.queryId().stream())
                .anyMatch(engineOf().cancelled()::contains);
    }

    private ScriptedEngine engineOf() {
        return (ScriptedEngine) Objects.requireNonNull(engine);
    }

    private void open(String query) {
        UI.getCurrent().navigate("sql", QueryParameters.of("q", query));
    }

    /** Does what the browser does on Ctrl+Enter. */
    private void run(String sql) {
        SqlEditor editor = find(SqlEditor.class).single();
        ComponentUtil.fireEvent(editor, new RunAsked(editor, true, "", sql, 20, 4, 3));
    }

    private String cell(int row, int column) {
        return GridText.cell(find(AnswerGrid.class).single(), row, column);
    }

    private <T extends Component & HasText> List<String> texts(Class<T> kind) {
        return find(kind).all().stream().map(HasText::getText).toList();
    }
}
