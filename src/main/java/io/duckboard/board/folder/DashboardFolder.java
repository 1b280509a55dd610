package io.duckboard.board.folder;

import io.duckboard.board.Dashboard;
import io.duckboard.board.DashboardName;
import io.duckboard.board.Spot;
import io.duckboard.board.file.DashboardText;
import io.duckboard.board.file.ReadDashboard;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.YamlText;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of dashboards. What was read is kept, and read again where a file has changed: looking at all of them costs
 * their names, sizes and times.
 */
public final class DashboardFolder {

    private final Path root;
    private final Map<String, Kept> kept = new HashMap<>();

    public DashboardFolder(Path root) {
        this.root = root;
    }

    /** What is kept of a file, and what would tell that it has changed. */
    private record Kept(ReadDashboard now, Optional<Dashboard> good, Map<String, TextFile.Stamp> stamps) {}

    /**
     * The dashboards as their files are now, in the order of their paths.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public synchronized List<FolderDashboard> dashboards() {
        List<String> paths = DashboardPaths.in(root);
        kept.keySet().retainAll(Set.copyOf(paths));
        Map<String, String> names = new HashMap<>();
        return paths.stream()
                .map(path -> dashboard(path, names.putIfAbsent(key(path), path)))
                .toList();
    }

    /** @param other the file that has this name already, if there is one */
    private FolderDashboard dashboard(String path, @Nullable String other) {
        DashboardName name = DashboardName.ofFile(path);
        if (DashboardPaths.hasOtherEnding(path)) {
            return refused(name, path, "The file ends in .yml, and is not read.", "Call it .yaml.");
        }
        if (!name.isValid()) {
            return refused(
                    name,
                    path,
                    Problems.quoted(name.name()) + " cannot stand in an address.",
                    "Rename the file: letters, digits, - and _, at most 64 of them.");
        }
        if (other != null) {
            return refused(
                    name,
                    path,
                    "A dashboard of this name is there already: " + other + ".",
                    "Rename one of the files.");
        }
        Kept file = current(path, name);
        return new FolderDashboard(file.now(), file.good());
    }

    private static FolderDashboard refused(DashboardName name, String path, String message, String hint) {
        var problems = new Problems();
        problems.error(Spot.startOf(path), message, hint);
        return new FolderDashboard(new ReadDashboard(name, Optional.empty(), problems.all()), Optional.empty());
    }

    private Kept current(String path, DashboardName name) {
        Kept before = kept.get(path);
        if (before != null && isUnchanged(before)) {
            return before;
        }
        var sql = new FolderSqlFiles(root, name.folder());
        TextFile.Stamp stamp = file(path).stamp();
        ReadDashboard read = read(path, name, sql);
        var stamps = new HashMap<>(sql.stamps());
        stamps.put(path, stamp);
        Optional<Dashboard> good =
                read.dashboard().or(() -> Optional.ofNullable(before).flatMap(Kept::good));
        var now = new Kept(read, good, Map.copyOf(stamps));
        kept.put(path, now);
        return now;
    }

    private ReadDashboard read(String path, DashboardName name, FolderSqlFiles sql) {
        return switch (file(path).read()) {
            case TextFile.Outcome.Read(String text) -> new DashboardText(name, text, sql).read();
            case TextFile.Outcome.Refused(String message, String hint) -> {
                var problems = new Problems();
                problems.error(Spot.startOf(path), message, hint);
                yield new ReadDashboard(name, Optional.empty(), problems.all());
            }
        };
    }

    private boolean isUnchanged(Kept before) {
        return before.stamps().entrySet().stream()
                .allMatch(entry -> file(entry.getKey()).stamp().equals(entry.getValue()));
    }

    private TextFile file(String path) {
        return new TextFile(root, path, YamlText.LARGEST);
    }

    /** Some file systems, and some people, take names of another case for the same. */
    private static String key(String path) {
        return DashboardName.ofFile(path).name().toLowerCase(Locale.ROOT);
    }
}
