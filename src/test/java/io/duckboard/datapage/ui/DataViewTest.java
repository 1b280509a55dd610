package io.duckboard.datapage.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.ui.Bars;
import io.duckboard.ui.Notice;
import io.duckboard.ui.grid.AnswerGrid;
import io.duckboard.ui.grid.GridText;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.convention.TestBean;

@Tag("app")
@SpringBootTest
@ViewPackages(packages = "io.duckboard")
class DataViewTest extends SpringBrowserlessTest {

    private static final String TABLES = "FROM lake.tables";
    private static final String COLUMNS = "FROM lake.columns";
    private static final String FACTS = "approx_count_distinct(\"zone\")";
    private static final CallFailure DOWN = new QueryOutcome.Unreachable("Nobody answers.", "Start the engine.");

    @TestBean
    private @Nullable QueryEngine engine;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @BeforeEach
    void tellOfTheLake() {
        engineOf()
                .answer(
                        TABLES,
                        "name,kind,rows,bytes,files,partitioned_by,built_at_ms,built_from,problem",
                        List.of(
                                Arrays.asList("days", "dataset", null, null, 2, List.of("day"), null, List.of(), null),
                                Arrays.asList(
                                        "spoilt", "dataset", null, null, 1, List.of(), null, List.of(), "It is torn."),
                                Arrays.asList("zones", "reference", 265, 3400, 1, List.of(), 0, List.of(), null)));
        engineOf()
                .answer(
                        COLUMNS,
                        "name,type,description,is_partition",
                        List.of(
                                Arrays.asList("id", "INTEGER", "Its number", false),
                                Arrays.asList("zone", "VARCHAR", null, false)));
        engineOf()
                .answer(
                        "FROM lake.partitions",
                        "partition,files,bytes",
                        List.of(Arrays.asList("day=2024-01-01", 2, null)));
        engineOf()
                .answer("LIMIT 20", "id,zone", List.of(Arrays.asList("1", "<b>Astoria</b>"), Arrays.asList("2", null)));
    }

    @AfterEach
    void renewTheEngine() {
        engineOf().forget();
    }

    @Test
    void listsTheTablesWithWhatIsKnownOfThem() {
        open("data");

        eventually(() -> find(RouterLink.class).all().size() == 3);
        assertThat(texts(Span.class))
                .contains("3 tables", "days", "Dataset · – rows", "spoilt", "Dataset · cannot be read", "zones")
                .anyMatch(text -> text.startsWith("Reference · 265 rows · 3.4 kB · "));
        assertThat(texts(H2.class)).contains("Choose a table");
    }

    @Test
    void tellsWhatIsLeftOutAndWhatToDo() {
        engineOf()
                .answer(
                        "FROM lake.left_out",
                        "path,reason,todo",
                        List.of(List.of("<i>cut.parquet", "Its end is missing.", "Put a whole file in its place.")));

        open("data");

        eventually(() -> find(LeftOutPanel.class).exists());
        assertThat(texts(Span.class)).contains("3 tables · 1 file left out", "1 file left out", "<i>cut.parquet");
        assertThat(texts(Paragraph.class)).contains("Its end is missing.", "Put a whole file in its place.");
    }

    @Test
    void saysNothingOfWhatIsLeftOutIfNothingIs() {
        engineOf().answer("FROM lake.left_out", "path,reason,todo", List.of());

        open("data");

        eventually(() -> engineOf().asked().stream().anyMatch(sql -> sql.contains("lake.left_out")));
        assertThat(find(LeftOutPanel.class).exists()).isFalse();
    }

    @Test
    void showsTheNotesOfATable() {
        engineOf().answer("FROM lake.notes", "note", List.of(List.of("Column <b>day</b> is in the files too.")));

        open("data/zones");

        eventually(() -> texts(Paragraph.class).contains("Column <b>day</b> is in the files too."));
    }

    @Test
    void leavesTheTablesThatAreSearchedFor() {
        open("data");
        eventually(() -> find(RouterLink.class).all().size() == 3);

        test(find(TextField.class).single()).setValue("ZON");
        assertThat(find(RouterLink.class).all()).hasSize(1);

        test(find(TextField.class).single()).setValue("<i>");
        assertThat(texts(Paragraph.class)).contains("No table has “<i>” in its name.");
    }

    @Test
    void showsColumnsAndFirstRowsOfTheTableInTheAddress() {
        open("data/zones");

        eventually(() -> find(AnswerGrid.class).exists());
        assertThat(texts(H2.class)).contains("zones");
        assertThat(texts(Span.class)).contains("id", "INTEGER", "Its number", "zone", "VARCHAR");
        assertThat(cell(0, 1)).isEqualTo("<b>Astoria</b>");
        assertThat(cell(1, 1)).isEqualTo("NULL");
        assertThat(engineOf().asked()).contains("SELECT \"id\", \"zone\" FROM \"zones\" LIMIT 20");
    }

    @Test
    void listsPartitionsWhereThereAreSome() {
        open("data/days");

        eventually(() -> find(PartitionGrid.class).exists());
        assertThat(texts(Paragraph.class)).contains("1 partition");
        assertThat(test(find(PartitionGrid.class).single()).getCellText(0, 0)).isEqualTo("day=2024-01-01");
    }

    @Test
    void offersToQueryTheTable() {
        open("data/zones");

        eventually(() -> find(Anchor.class).withText("Query this table").exists());
        assertThat(find(Anchor.class).withText("Query this table").single().getHref())
                .isEqualTo("sql?q=SELECT+*%0AFROM+%22zones%22%0ALIMIT+100");
    }

    @Test
    void countsRowsWhenAsked() {
        engineOf().answer("SELECT count(*) FROM \"days\"", "count", List.of(List.of(4200)));
        open("data/days");
        eventually(() -> find(Button.class).withText("Count rows").exists());
        assertThat(engineOf().asked()).doesNotContain("SELECT count(*) FROM \"days\"");

        test(find(Button.class).withText("Count rows").single()).click();

        eventually(() -> texts(Span.class).stream().anyMatch(text -> text.startsWith("Dataset · 4,200 rows")));
        assertThat(find(Button.class).withText("Count rows").exists()).isFalse();
    }

    @Test
    void sumsUpAColumnWhenItIsOpenedAndOnce() {
        engineOf()
                .answer(
                        FACTS,
                        "all_rows,present,different,least_text,greatest_text,least_measure,greatest_measure",
                        List.of(Arrays.asList(100, 75, 3, "Astoria", "Woodside", null, null)));
        engineOf().answer("ORDER BY 2 DESC", "label,row_count", List.of(List.of("Astoria", 50), List.of("", 20)));
        open("data/zones");
        eventually(() -> find(ColumnList.class).exists());
        assertThat(engineOf().asked()).noneMatch(sql -> sql.contains(FACTS));

        toggle("zone");
        eventually(() -> find(Bars.class).exists());

        assertThat(texts(DescriptionList.Description.class)).containsExactly("Astoria", "Woodside", "25 (25.0 %)", "3");
        assertThat(texts(Span.class)).contains("Astoria", "50", "(empty text)", "20", "all others", "5");
        toggle("zone");
        toggle("zone");
        roundTrip();
        assertThat(engineOf().asked()).filteredOn(sql -> sql.contains(FACTS)).hasSize(1);
    }

    @Test
    void endsASummaryThatNobodyWantsAnyMore() {
        var held = engineOf().hold(FACTS);
        open("data/zones");
        eventually(() -> find(ColumnList.class).exists());
        toggle("zone");
        eventually(() -> engineOf().asked().stream().anyMatch(sql -> sql.contains(FACTS)));

        test(find(Button.class).withText("Cancel").single()).click();
        eventually(() -> isCancelled(FACTS));
        held.complete(new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "Cancelled.")));

        eventually(() -> find(Notice.class).exists());
        assertThat(texts(Paragraph.class)).contains("Cancelled.");
        assertThat(find(Button.class).withText("Cancel").exists()).isFalse();
    }

    @Test
    void endsWhatIsUnderWayWhenAnotherTableIsChosen() {
        var held = engineOf().hold("FROM \"zones\" LIMIT 20");
        open("data/zones");
        eventually(() -> find(ColumnList.class).exists());

        open("data/days");

        eventually(() -> isCancelled("FROM \"zones\" LIMIT 20"));
        held.complete(DOWN);
        eventually(() -> find(PartitionGrid.class).exists());
        assertThat(find(Notice.class).exists()).isFalse();
        assertThat(texts(H2.class)).containsExactly("days");
    }

    @Test
    void saysWhyATableCannotBeReadAndShowsTheOthers() {
        open("data/spoilt");

        eventually(() -> find(Notice.class).exists());
        assertThat(texts(Paragraph.class)).contains("It is torn.");
        assertThat(find(RouterLink.class).all()).extracting(RouterLink::getHref).contains("data/zones");
        assertThat(find(Anchor.class).withText("Query this table").exists()).isFalse();
        assertThat(engineOf().asked()).noneMatch(sql -> sql.contains(COLUMNS));
    }

    @Test
    void tellsOfATableThatIsNotThereAndLeadsBack() {
        open("data/<b>nope");

        eventually(() -> texts(H2.class).contains("There is no table “<b>nope”"));
        assertThat(find(RouterLink.class).withText("All tables").single().getHref())
                .isEqualTo("data");
    }

    @Test
    void saysWhatToDoAboutAnEmptyLake() {
        engineOf().answer(TABLES, "name", List.of());
        open("data");

        eventually(() -> texts(H2.class).contains("The lake has no tables yet"));
        assertThat(texts(Code.class)).contains("duckboard lake populate", "duckboard lake add NAME FILES…");
    }

    @Test
    void saysThatTheEngineIsAwayAndTriesAgainWhenAsked() {
        engineOf().end(TABLES, DOWN);
        open("data");
        eventually(() -> find(Notice.class).exists());
        assertThat(texts(Paragraph.class))
                .contains("Nobody answers.")
                .anyMatch(hint -> hint.startsWith("Start the engine. Reference: "));
        assertThat(find(TableList.class).exists()).isFalse();

        tellOfTheLake();
        test(find(Button.class).withText("Retry").single()).click();

        eventually(() -> find(RouterLink.class).all().size() == 3);
        assertThat(find(Notice.class).exists()).isFalse();
    }

    @Test
    void keepsTheColumnsWhenTheRowsCannotBeRead() {
        engineOf().end("LIMIT 20", new QueryOutcome.Failed(Problem.of(ErrorCode.FILE_DAMAGED, "The file is damaged.")));
        open("data/zones");

        eventually(() -> find(Notice.class).exists());
        assertThat(texts(Paragraph.class)).contains("The file is damaged.");
        assertThat(find(ColumnList.class).exists()).isTrue();
    }

    /** Whether a question was cancelled exactly once. Other questions may be cancelled with their page. */
    private boolean isCancelled(String part) {
        return engineOf().queries().stream()
                        .filter(query -> query.sql().contains(part))
                        .flatMap(query -> query.queryId().stream())
                        .filter(engineOf().cancelled()::contains)
                        .count()
                == 1;
    }

    private ScriptedEngine engineOf() {
        return (ScriptedEngine) Objects.requireNonNull(engine);
    }

    private void open(String address) {
        navigate(address, DataView.class);
    }

    /** Does what a browser does: it opens the element and then reports that. */
    private void toggle(String column) {
        NativeDetails details = find(NativeDetails.class).all().stream()
                .filter(each -> each.getSummary()
                        .getChildren()
                        .flatMap(Component::getChildren)
                        .anyMatch(text ->
                                text instanceof Span span && span.getText().equals(column)))
                .findFirst()
                .orElseThrow();
        details.setOpen(!details.isOpen());
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
    }

    /** Lets results that other threads have left for the page arrive, until the page is as expected. */
    private String cell(int row, int column) {
        return GridText.cell(find(AnswerGrid.class).single(), row, column);
    }

    private <T extends Component & HasText> List<String> texts(Class<T> kind) {
        return find(kind).all().stream().map(HasText::getText).toList();
    }
}
