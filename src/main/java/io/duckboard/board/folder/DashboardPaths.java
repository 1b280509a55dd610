package io.duckboard.board.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the dashboards' files in a folder and those below it. */
final class DashboardPaths {

    private static final int DEEPEST = 4;
    private static final int MOST = 1000;
    private static final String ENDING = ".yaml";
    private static final String OTHER_ENDING = ".yml";

    private final Path root;
    private final List<String> paths = new ArrayList<>();

    private DashboardPaths(Path root) {
        this.root = root;
    }

    /** The paths below the folder, with {@code /}, in their order; none if there is no such folder. */
    static List<String> in(Path root) {
        var found = new DashboardPaths(root);
        found.walk();
        return found.paths.stream().sorted().toList();
    }

    /** Whether the file should have been called .yaml. */
    static boolean hasOtherEnding(String path) {
        return path.endsWith(OTHER_ENDING);
    }

    private void walk() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            // Links to folders are not followed, so that no walk is endless.
            Files.walkFileTree(root, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(root) && isHidden(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = String.valueOf(file.getFileName());
                    if ((name.endsWith(ENDING) || name.endsWith(OTHER_ENDING)) && !isHidden(file)) {
                        paths.add(root.relativize(file).toString().replace('\\', '/'));
                    }
                    return paths.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of dashboards could not be read.", e);
        }
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
