package io.duckboard.sqlpage.download.ui;

import static io.duckboard.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.ui.Notice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the menu on an empty page, since it does not have a page of its own. */
@ViewPackages(classes = DownloadMenuTest.class)
class DownloadMenuTest extends BrowserlessTest {

    private static final String FILE = "results/1.csv";
    private static final Request.Query QUERY =
            Request.Query.of("SELECT $a AS a").parameters(Map.of("a", new Parameter(Parameter.Type.VARCHAR, "x")));

    private final ScriptedEngine engine = new ScriptedEngine();
    private final DownloadMenu menu = new DownloadMenu(new QueryService(engine, Asker::everyone));

    @BeforeEach
    void open() {
        UI.getCurrent().add(menu);
    }

    @Test
    void offersNothingBeforeThereIsAQuery() {
        assertThat(button("Download").isEnabled()).isFalse();

        menu.show(QUERY, "");
        assertThat(button("Download").isEnabled()).isTrue();

        menu.clear();
        assertThat(button("Download").isEnabled()).isFalse();
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void sendsTheWholeAnswerToTheBrowser() {
        var told = new ArrayList<QueryOutcome>();
        menu.onOutcome((_, outcome) -> told.add(outcome));
        engine.export("SELECT", "a", FILE, "a\nx\n".getBytes(UTF_8));
        menu.show(QUERY, "My <i>answer</i>");

        choose("CSV");

        eventually(() -> find(Anchor.class).exists());
        Request.Query asked = engine.questions().getFirst();
        assertThat(asked.into()).hasValue(new Export.Csv(Export.Escape.SPREADSHEET));
        assertThat(asked.parameters()).isEqualTo(QUERY.parameters());
        assertThat(told).singleElement().isInstanceOf(QueryOutcome.Exported.class);
        Anchor link = find(Anchor.class).single();
        assertThat(link.getText()).matches("My-i-answer-i-1970-01-\\d\\d-\\d{4}\\.csv");
        assertThat(texts()).contains("1 row · 4 B written · round trip 9 ms · $0");
        assertThat(downloaded(link).toString(UTF_8)).isEqualTo("a\nx\n");
        eventually(() -> texts().contains("The whole answer is downloaded."));
    }

    @Test
    void makesAnExcelFileOfExactRows() throws IOException {
        engine.export("SELECT", "a", FILE, "{\"a\":\"=x\"}\n".getBytes(UTF_8));
        menu.show(QUERY, "");

        choose("Excel");

        eventually(() -> find(Anchor.class).exists());
        assertThat(engine.questions().getFirst().into()).hasValue(new Export.JsonLines());
        var file = downloaded(find(Anchor.class).single());
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read())
                    .extracting(row -> row.getCellText(0))
                    .containsExactly("a", "=x");
        }
    }

    @Test
    void saysWhatExcelCouldNotKeep() {
        engine.export("SELECT", "a", FILE, ("{\"a\":\"" + "x".repeat(40_000) + "\"}\n").getBytes(UTF_8));
        menu.show(QUERY, "");
        choose("Excel");
        eventually(() -> find(Anchor.class).exists());

        downloaded(find(Anchor.class).single());

        eventually(() -> texts().stream().anyMatch(text -> text.startsWith("1 text cut: a cell holds 32,767")));
    }

    @Test
    void endsTheQueryWhenToldTo() {
        var held = engine.holdExport("SELECT");
        menu.show(QUERY, "");
        choose("Parquet");
        eventually(() -> engine.asked().size() == 1);
        assertThat(texts()).contains("Writing the whole answer as Parquet …");

        test(find(Button.class).withText("Cancel").single()).click();
        eventually(() -> engine.cancelled().size() == 1);
        held.complete(new QueryOutcome.Failed(Problem.of(ErrorCode.CANCELLED, "Cancelled.")));

        eventually(() -> texts().contains("Cancelled: nothing was downloaded."));
        assertThat(find(Notice.class).exists()).isFalse();
    }

    @Test
    void tellsOfAFailureAndTriesAgain() {
        engine.end("SELECT", new QueryOutcome.Failed(Problem.of(ErrorCode.TIMEOUT, "Too <b>slow</b>.", "Ask less.")));
        menu.show(QUERY, "");
        choose("JSON lines");
        eventually(() -> find(Notice.class).exists());
        assertThat(texts()).contains("Too <b>slow</b>.").anyMatch(text -> text.startsWith("Ask less. Reference: "));

        engine.export("SELECT", "a", FILE, "{}".getBytes(UTF_8));
        test(find(Button.class).withText("Retry").single()).click();

        eventually(() -> find(Anchor.class).exists());
        assertThat(find(Notice.class).exists()).isFalse();
        assertThat(engine.questions().getLast().into()).hasValue(new Export.JsonLines());
    }

    @Test
    void tellsThatNoEngineAnswered() {
        engine.end("SELECT", new QueryOutcome.Unreachable("Nobody answers.", "Start it."));
        menu.show(QUERY, "");

        choose("CSV");

        eventually(() -> texts().contains("Nobody answers."));
        assertThat(texts()).anyMatch(text -> text.startsWith("Start it. Reference: "));
    }

    @Test
    void tellsThatTheFileIsNotThereAnyMore() {
        engine.export("SELECT", "a", FILE, "a\n".getBytes(UTF_8));
        menu.show(QUERY, "");
        choose("CSV");
        eventually(() -> find(Anchor.class).exists());
        engine.lose(FILE);

        assertThat(downloaded(find(Anchor.class).single()).size()).isZero();

        eventually(() -> texts().contains("The link to the whole answer is not valid, or no longer."));
    }

    /**
     * The handler throws an error and not an exception: after an exception Vaadin would end the response normally, and
     * a part would pass for the whole.
     */
    @Test
    void neverEndsWhatBrokeOffAsIfItWereWhole() {
        engine.export("SELECT", "a", FILE, "{\"a\":".getBytes(UTF_8));
        menu.show(QUERY, "");
        choose("Excel");
        eventually(() -> find(Anchor.class).exists());

        assertThatExceptionOfType(IOError.class)
                .isThrownBy(() -> downloaded(find(Anchor.class).single()));

        eventually(() -> texts().contains("The file broke off on its way and is not whole."));
        assertThat(find(Anchor.class).exists()).isTrue();
    }

    @Test
    void goesAwayWhenItIsClosed() {
        engine.export("SELECT", "a", FILE, "a\n".getBytes(UTF_8));
        menu.show(QUERY, "");
        choose("CSV");
        eventually(() -> find(Anchor.class).exists());

        test(find(Button.class).withText("Close").single()).click();

        assertThat(find(Anchor.class).exists()).isFalse();
    }

    private NativeButton button(String label) {
        return find(NativeButton.class).withText(label).single();
    }

    private void choose(String format) {
        test(button(format)).click();
    }

    private ByteArrayOutputStream downloaded(Anchor link) {
        var out = new ByteArrayOutputStream();
        test(link).download(out);
        return out;
    }

    private List<String> texts() {
        return find(Paragraph.class).all().stream().map(HasText::getText).toList();
    }
}
