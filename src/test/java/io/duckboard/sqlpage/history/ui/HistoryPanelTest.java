package io.duckboard.sqlpage.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.history.History;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.ObservedEngine;
import io.duckboard.testing.PanelTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The history can be read, searched, opened again and deleted. */
class HistoryPanelTest extends PanelTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private final Owner owner = new Owner(UUID.randomUUID().toString());
    private final History history = new History(HOME.database(), NOON);
    private final List<String> opened = new ArrayList<>();

    @Test
    void saysThatNothingHasBeenRun() {
        show();

        assertThat(paragraphs()).anyMatch(text -> text.startsWith("Nothing has been run yet."));
        assertThat(find(Button.class).withText("Forget all …").exists()).isFalse();
        assertThat(find(Button.class).withText("Show older runs").exists()).isFalse();
    }

    @Test
    void tellsOfEachRun() {
        history.ended(run("\n  SELECT 1,\n  2"), ObservedEngine.rows(Request.Query.of("")));
        history.ended(run("FROM trps"), new QueryOutcome.Failed(Problem.of(ErrorCode.UNKNOWN_NAME, "No table trps.")));

        show(Clock.offset(NOON, Duration.ofMinutes(3)));

        assertThat(sqls()).containsExactly("FROM trps", "SELECT 1,");
        assertThat(spans())
                .containsSubsequence(
                        "failed", "3 min ago", "0 ms", "answered", "3 min ago", "3 ms", "1 row", "$0.000001");
        assertThat(find(Span.class).withText("3 min ago").all().getFirst().getTitle())
                .contains("26 Nov 2026, 12:00:00 UTC");
        assertThat(paragraphs()).contains("No table trps.", "2 runs");
    }

    @Test
    void opensWhatIsClicked() {
        run("SELECT 1,\n2");
        show();

        test(find(NativeButton.class).single()).click();

        assertThat(opened).containsExactly("SELECT 1,\n2");
    }

    @Test
    void showsScriptsAsText() {
        String script = "<img src=x onerror=alert(1)>";
        history.ended(run(script), new QueryOutcome.Failed(Problem.of(ErrorCode.SYNTAX, script)));

        show();

        assertThat(sqls()).containsExactly(script);
        assertThat(paragraphs()).contains(script);
        assertThat(tags(UI.getCurrent().getElement())).contains("li").doesNotContain("img");
    }

    @Test
    void findsWhatIsTyped() {
        run("SELECT '100%'");
        run("SELECT 2");
        show();

        test(find(TextField.class).single()).setValue("%");

        assertThat(sqls()).containsExactly("SELECT '100%'");
        assertThat(paragraphs()).contains("1 run with “%” in the SQL");
        test(find(TextField.class).single()).setValue("nowhere");
        assertThat(paragraphs()).contains("No run has “nowhere” in its SQL.");
    }

    @Test
    void showsOlderRunsWhenAsked() {
        for (int number = 1; number <= 60; number++) {
            run("SELECT " + number);
        }
        show();
        assertThat(sqls()).hasSize(50).startsWith("SELECT 60");

        test(find(Button.class).withText("Show older runs").single()).click();

        assertThat(sqls()).hasSize(60).endsWith("SELECT 1");
        assertThat(find(Button.class).withText("Show older runs").exists()).isFalse();
    }

    @Test
    void forgetsOneRunOnceThatIsConfirmed() {
        run("SELECT 1");
        run("SELECT 2");
        show();

        find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().isPresent())
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(history.count(owner, "")).isEqualTo(2);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(sqls()).containsExactly("SELECT 1");
    }

    @Test
    void forgetsAllRunsUnlessThatIsCancelled() {
        run("SELECT 1");
        show();

        test(find(Button.class).withText("Forget all …").single()).click();
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(sqls()).hasSize(1);
        test(find(Button.class).withText("Forget all …").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(sqls()).isEmpty();
        assertThat(history.count(owner, "")).isZero();
    }

    private UUID run(String sql) {
        UUID id = UUID.randomUUID();
        history.started(owner, id, sql);
        return id;
    }

    private void show() {
        show(NOON);
    }

    private void show(Clock clock) {
        show(new HistoryPanel(history, clock, owner, opened::add));
    }

    private List<String> sqls() {
        return find(NativeButton.class).all().stream()
                .map(NativeButton::getText)
                .toList();
    }

    private List<String> spans() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }

    private List<String> paragraphs() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
