package io.duckboard.boardpage.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.testing.PanelTest;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.ui.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page asks for so much at once as there are workers, and for the same only once. */
class AskedTest extends PanelTest {

    private static final RowsOutcome OVER =
            new QueryOutcome.Failed(Problem.of(ErrorCode.BUSY, "Busy.", "Try again soon."));

    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<String> told = new ArrayList<>();
    private final Div page = new Div();
    private final Asked asked = new Asked(new Questions(new QueryService(engine, Asker::everyone), Place.BOARDS), 2);

    @BeforeEach
    void open() {
        show(page);
        asked.open(page);
    }

    @Test
    void asksInTurnAndNoMoreThanThereAreWorkers() {
        CompletableFuture<RowsOutcome> first = engine.hold("1");
        CompletableFuture<RowsOutcome> second = engine.hold("2");
        CompletableFuture<RowsOutcome> third = engine.hold("3");
        ask("a", "1");
        ask("b", "2");
        ask("c", "3");
        eventually(() -> engine.asked().size() == 2);
        assertThat(engine.asked()).containsExactlyInAnyOrder("SELECT 1", "SELECT 2");

        second.complete(OVER);
        eventually(() -> engine.asked().size() == 3);
        first.complete(OVER);
        third.complete(OVER);

        eventually(() -> told.size() == 3);
        assertThat(told).startsWith("b").containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void asksOnceForWhatSeveralWantToKnow() {
        CompletableFuture<RowsOutcome> answer = engine.hold("1");
        ask("a", "1");
        ask("b", "1");
        answer.complete(OVER);

        eventually(() -> told.size() == 2);

        assertThat(engine.asked()).containsExactly("SELECT 1");
    }

    @Test
    void cancelsWhatNobodyWantsToKnowAnyMore() {
        var _ = engine.hold("1");
        CompletableFuture<RowsOutcome> kept = engine.hold("2");
        ask("a", "1");
        ask("b", "2");
        ask("c", "2");
        eventually(() -> engine.asked().size() == 2);

        ask("a", "3");
        asked.forget("b");

        eventually(() -> engine.cancelled().size() == 1);
        kept.complete(OVER);
        eventually(() -> told.contains("c") && told.contains("a"));
        assertThat(told).doesNotContain("b");
        assertThat(engine.cancelled()).hasSize(1);
    }

    private void ask(String who, String number) {
        asked.ask(who, Request.Query.of("SELECT " + number), _ -> told.add(who));
    }
}
