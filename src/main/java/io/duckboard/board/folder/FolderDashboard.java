package io.duckboard.board.folder;

import io.duckboard.board.Dashboard;
import io.duckboard.board.DashboardName;
import io.duckboard.board.file.ReadDashboard;
import java.util.Optional;

/**
 * A dashboard of the folder.
 *
 * @param now as its file is now, with all that is wrong with it
 * @param shown the last version that can be shown, though some of its tiles may be broken; empty if there was none
 */
public record FolderDashboard(ReadDashboard now, Optional<Dashboard> shown) {

    public DashboardName name() {
        return now.name();
    }

    /** Whether the file cannot be shown as it is now, and what is shown is an earlier version of it. */
    public boolean isEarlier() {
        return now.dashboard().isEmpty() && shown.isPresent();
    }
}
