package io.duckboard.board.folder;

import io.duckboard.board.file.SqlFiles;
import io.duckboard.engine.protocol.Request;
import io.duckboard.format.NearName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The .sql files of one dashboard, below the folder of dashboards. It remembers what would tell that one has changed. */
final class FolderSqlFiles implements SqlFiles {

    private static final String ENDING = ".sql";

    private final Path root;
    private final String folder;
    private final Map<String, TextFile.Stamp> stamps = new HashMap<>();

    /** @param folder of the dashboard, below {@code root}; empty if it is {@code root} itself */
    FolderSqlFiles(Path root, String folder) {
        this.root = root;
        this.folder = folder;
    }

    @Override
    public Found read(String name) {
        String path = folder.isEmpty() ? name : folder + "/" + name;
        var file = new TextFile(root, path, Request.Query.MAX_SQL_BYTES);
        // Before it is read: what changes meanwhile is read again the next time.
        stamps.putIfAbsent(path, file.stamp());
        return switch (file.read()) {
            case TextFile.Outcome.Read(String text) -> new Found.Sql(path, text);
            case TextFile.Outcome.Refused(String message, String hint) -> {
                List<String> beside = beside();
                yield new Found.Missing(
                        message,
                        NearName.of(name, beside).filter(near -> !near.equals(name)),
                        hint.isEmpty() ? hintOf(beside) : hint);
            }
        };
    }

    private static String hintOf(List<String> beside) {
        return beside.isEmpty()
                ? "There is no .sql file beside the dashboard's."
                : "Beside the dashboard's file: " + String.join(", ", beside) + ".";
    }

    /** The names that could have been meant. */
    private List<String> beside() {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING) && !file.startsWith("."))
                    .sorted()
                    .limit(20)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Of the files that were read or looked for, by their paths below the folder of dashboards. */
    Map<String, TextFile.Stamp> stamps() {
        return stamps;
    }
}
