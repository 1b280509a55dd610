package io.duckboard.board.file;

import io.duckboard.board.Dashboard;
import io.duckboard.board.DashboardName;
import io.duckboard.board.FileProblem;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a dashboard's file.
 *
 * @param dashboard all of it that can be shown; empty if the file is no dashboard at all
 * @param problems all that is wrong, in the order of the file
 */
public record ReadDashboard(DashboardName name, Optional<Dashboard> dashboard, List<FileProblem> problems) {

    public ReadDashboard {
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(FileProblem::isError);
    }
}
