package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.Dashboard;
import io.duckboard.board.DashboardName;
import io.duckboard.board.FileProblem;

/** Reads the text of a dashboard that has nothing wrong with it. */
public final class DashboardTextSample {

    private DashboardTextSample() {}

    public static Dashboard read(String text) {
        ReadDashboard read = of(text);
        assertThat(read.problems().stream().filter(FileProblem::isError)).isEmpty();
        return read.dashboard().orElseThrow();
    }

    static ReadDashboard of(String text) {
        return new DashboardText(DashboardName.ofFile("sample.yaml"), text, SqlFiles.NONE).read();
    }
}
