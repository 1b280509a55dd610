package io.duckboard.transform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditFilter;
import io.duckboard.audit.AuditOutcome;
import io.duckboard.audit.TestAudit;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Asker;
import io.duckboard.testing.ScriptedTransform;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run belongs to everyone: all users see it, it goes on when one of them leaves, and only one runs at a time. */
class TransformRunsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final NodeState BUILT = new NodeOutcome.Built(OptionalLong.of(137), Duration.ofMillis(42));

    private final ScriptedTransform transform = new ScriptedTransform();
    private final TransformRuns runs =
            new TransformRuns(transform, Asker::everyone, Audit.off(), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void tellsOfEveryStepUntilTheEnd() {
        var told = new CopyOnWriteArrayList<RunState>();
        runs.onChange(told::add);

        runs.start(Optional.of(ScriptedTransform.TOP));
        transform.tell(ScriptedTransform.TOP, BUILT);
        transform.end(new RunOutcome.Published(List.of()));

        await().until(() -> !told.isEmpty() && !told.getLast().isRunning());
        assertThat(transform.asked()).contains(ScriptedTransform.TOP);
        assertThat(told.getFirst().startedAt()).isEqualTo(NOON);
        assertThat(told.getLast().of(ScriptedTransform.TOP)).contains(BUILT);
        assertThat(told.getLast().of(ScriptedTransform.UNIQUE)).contains(new NodeOutcome.Skipped());
        assertThat(told.getLast().done()).isEqualTo(3);
    }

    @Test
    void showsARunUnderWayToWhoeverComesLater() {
        runs.start(Optional.empty());
        transform.tell(ScriptedTransform.TOP, new NodeState.Running());

        await().until(() -> runs.state()
                .flatMap(run -> run.of(ScriptedTransform.TOP))
                .equals(Optional.of(new NodeState.Running())));
        assertThat(runs.state().orElseThrow().isRunning()).isTrue();
        assertThat(runs.state().orElseThrow().count(NodeState.Waiting.class)).isEqualTo(2);
    }

    @Test
    void startsNoSecondRunBesideTheFirst() {
        runs.start(Optional.empty());
        await().until(() -> runs.state().orElseThrow().nodes().size() == 3);

        runs.start(Optional.of(ScriptedTransform.TOP));

        transform.end(new RunOutcome.Published(List.of()));
        await().until(() -> !runs.state().orElseThrow().isRunning());
        assertThat(transform.asked()).isEmpty();
    }

    @Test
    void endsWhenItIsCancelled() {
        runs.start(Optional.empty());
        await().until(() -> runs.state().orElseThrow().nodes().size() == 3);

        runs.cancel();

        await().until(() -> !runs.state().orElseThrow().isRunning());
        assertThat(runs.state().flatMap(RunState::end).map(RunState.End::outcome))
                .containsInstanceOf(RunOutcome.Cancelled.class);
        assertThat(runs.state().orElseThrow().nodes().values()).containsOnly(new NodeOutcome.Skipped());
    }

    @Test
    void tellsNobodyWhoHasLeft() {
        var told = new CopyOnWriteArrayList<RunState>();
        runs.onChange(told::add).run();

        runs.start(Optional.empty());
        transform.end(new RunOutcome.KeptBack());

        await().until(() -> runs.state().filter(run -> !run.isRunning()).isPresent());
        assertThat(told).isEqualTo(List.of());
    }

    @Test
    void isRecordedWithWhoeverStartedIt(@TempDir Path folder) throws IOException {
        var audit = new TestAudit(folder);
        var recorded = new TransformRuns(transform, Asker::everyone, audit.audit(), Clock.fixed(NOON, ZoneOffset.UTC));

        recorded.start(Optional.empty());
        recorded.cancel();
        transform.end(new RunOutcome.Published(List.of()));

        await().until(() -> audit.lines(AuditFilter.ALL).size() == 2);
        assertThat(audit.lines(AuditFilter.ALL))
                .extracting(line -> line.kind().word() + " " + line.outcome().word() + " " + line.name())
                .first()
                .isIn("run published everyone", "run cancelled everyone", "run failed everyone");
        assertThat(audit.lines(AuditFilter.ALL).getLast().outcome()).isEqualTo(AuditOutcome.CANCELLING);
    }

    @Test
    void isNotStartedWhereItCouldNotBeRecorded() {
        var audit = TestAudit.onAFullDisk();
        audit.fill();
        var unrecorded =
                new TransformRuns(transform, Asker::everyone, audit.audit(), Clock.fixed(NOON, ZoneOffset.UTC));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> unrecorded.start(Optional.empty()))
                .withMessageStartingWith("Duckboard cannot record");
        assertThat(unrecorded.state()).isEmpty();
    }
}
