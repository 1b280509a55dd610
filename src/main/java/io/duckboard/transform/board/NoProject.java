package io.duckboard.transform.board;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** What an app without a project answers. */
@Component
final class NoProject implements Transform {

    private static final Fault FAULT =
            new Fault(Optional.empty(), "There is no dbt project here.", "This build of Duckboard cannot read one.");

    private final Clock clock;

    NoProject(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ProjectState project() {
        return new ProjectState.Broken(List.of(FAULT));
    }

    @Override
    public Optional<RunState> lastRun() {
        return Optional.empty();
    }

    @Override
    public RunState.End run(Optional<String> from, BiConsumer<String, NodeState> listener) {
        return new RunState.End.Failed(clock.instant(), FAULT);
    }

    @Override
    public Optional<String> tree(String sql) {
        return Optional.empty();
    }
}
