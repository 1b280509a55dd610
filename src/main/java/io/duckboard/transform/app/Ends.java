package io.duckboard.transform.app;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.board.RunState;
import io.duckboard.transform.run.RunReport;
import java.time.Instant;
import java.util.List;

/** How a run ended, for the page. */
final class Ends {

    private Ends() {}

    static RunState.End of(RunReport.End end, Instant at) {
        return switch (end) {
            case RunReport.End.Published(List<String> notes) -> new RunState.End.Published(at, notes);
            case RunReport.End.Tested _ -> new RunState.End.Tested(at);
            case RunReport.End.KeptBack _ -> new RunState.End.KeptBack(at);
            case RunReport.End.Cancelled _ -> new RunState.End.Cancelled(at);
            case RunReport.End.Failed(Problem problem) -> new RunState.End.Failed(at, Faults.of(problem));
        };
    }
}
