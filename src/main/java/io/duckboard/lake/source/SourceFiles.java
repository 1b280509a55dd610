package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.lake.load.Downloads;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds files as users name them: paths of files and folders, patterns, and addresses, which are downloaded. */
final class SourceFiles {

    private final LoadDatabase database;
    private final Downloads downloads;
    private final FileKinds kinds;

    SourceFiles(LoadDatabase database, LoadProgress progress, ReadOptions options) {
        this.database = database;
        this.downloads = new Downloads(database.folder(), progress);
        this.kinds = new FileKinds(options.saysText());
    }

    /** @throws FailureException if a file does not exist, or is nothing that can be a table */
    List<SourceFile> find(List<String> names) {
        var files = new ArrayList<SourceFile>();
        for (String name : names) {
            if (name.matches("(?i)https?://.*")) {
                Path file = downloads.get(name);
                String shown = Downloads.shown(name);
                files.add(kinds.file(shown, shown, file, Map.of()));
            } else if (name.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
                throw new FailureException(
                        name + " is no address that can be read here.", "Name files, or http and https addresses.");
            } else {
                local(name)
                        .forEach(file -> files.add(kinds.file(
                                file.toString(), file.toString(), file.toAbsolutePath(), HiveKeys.of(file))));
            }
        }
        return files;
    }

    /** A file of exactly this name is meant, whatever signs are in it. */
    private List<Path> local(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return List.of(file);
            }
            if (Files.isDirectory(file)) {
                return FolderFailures.translating(file, () -> folder(file));
            }
        } catch (InvalidPathException e) {
            throw missing(name);
        }
        List<Path> found = name.matches("(?s).*[*?\\[].*")
                ? database.rows("FROM glob(" + Quoted.literal(name) + ") ORDER BY file").stream()
                        .map(row -> Path.of(row.getFirst()))
                        .toList()
                : List.of();
        if (found.isEmpty()) {
            throw missing(name);
        }
        for (Path folder : folders(found)) {
            FolderFailures.translating(folder, () -> TableFormats.checked(folder));
        }
        return found;
    }

    /**
     * The folders that files are in, up to the one above their table's: formats of tables keep their own files there.
     */
    private static Set<Path> folders(List<Path> files) {
        var folders = new LinkedHashSet<Path>();
        for (Path file : files) {
            Path folder = file.getParent();
            while (folder != null
                    && folders.add(folder)
                    && String.valueOf(folder.getFileName()).contains("=")) {
                folder = folder.getParent();
            }
            if (folder != null && folder.getParent() != null) {
                folders.add(folder.getParent());
            }
        }
        return folders;
    }

    /** All files in a folder but hidden ones: those of Spark's and Hive's own begin with _ or a dot. */
    private static List<Path> folder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> shown = all.filter(file -> file.equals(folder) || !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
            for (Path each : shown) {
                TableFormats.checked(each);
            }
            List<Path> files = shown.stream().filter(Files::isRegularFile).toList();
            if (files.isEmpty()) {
                throw new FailureException("The folder " + folder + " has no files.", "Check its path.");
            }
            return files;
        }
    }

    private static boolean isHidden(Path relative) {
        return Stream.iterate(relative, path -> path != null, Path::getParent)
                .map(path -> String.valueOf(path.getFileName()))
                .anyMatch(name -> name.startsWith("_") || name.startsWith(".") || name.endsWith(".crc"));
    }

    private static FailureException missing(String name) {
        return new FailureException("There is no file " + name + ".", "Check its path.");
    }
}
