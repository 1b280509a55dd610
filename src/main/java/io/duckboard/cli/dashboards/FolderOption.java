package io.duckboard.cli.dashboards;

import io.duckboard.board.folder.DashboardFolder;
import io.duckboard.board.folder.DashboardsSettings;
import io.duckboard.board.folder.FolderDashboard;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.engine.failure.FailureException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the dashboards are. */
final class FolderOption {

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "The folder of dashboards. DUCKBOARD_DASHBOARDS; else Duckboard's own for the sample, and"
                    + " dashboards in the home for another lake.")
    private @Nullable Path folder;

    /** @throws FailureException if there is no such folder, or it cannot be read */
    List<FolderDashboard> dashboards(GlobalOptions options) {
        Path read = path(options);
        if (!Files.isDirectory(read)) {
            throw new FailureException("There is no folder " + read + ".", "Name one: see --folder in --help.");
        }
        return dashboards(read);
    }

    /** Does the same, and takes a folder that nobody has named and that is not there for an empty one. */
    List<FolderDashboard> dashboardsIfAny(GlobalOptions options) {
        return folder == null && !Files.isDirectory(path(options)) ? List.of() : dashboards(options);
    }

    private Path path(GlobalOptions options) {
        return folder != null
                ? folder
                : DashboardsSettings.of(options.environment(), options.home(), options.lake())
                        .folder();
    }

    private static List<FolderDashboard> dashboards(Path read) {
        try {
            return new DashboardFolder(read).dashboards();
        } catch (UncheckedIOException e) {
            throw new FailureException("The folder " + read + " could not be read.", "Check its rights.", e);
        }
    }
}
