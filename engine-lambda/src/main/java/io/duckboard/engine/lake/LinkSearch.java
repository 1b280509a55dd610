package io.duckboard.engine.lake;

import io.duckboard.engine.guard.GlobPath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Follows a path or a pattern name by name, as DuckDB does, until it meets a link that leads out. A name may match more
 * here than it does for DuckDB, and never less.
 */
final class LinkSearch {

    /** Stands for folders of any depth. DuckDB does not look for them behind links. */
    private static final String FOLDERS = "**";

    private final List<String> names;
    private final Predicate<Path> allowed;
    private final Deque<Step> open = new ArrayDeque<>();

    /**
     * @param root without links
     * @param names of folders and at last of files; each may be a pattern
     * @param allowed whether a path without links may be read if a link leads there
     */
    LinkSearch(Path root, List<String> names, Predicate<Path> allowed) {
        this.names = names;
        this.allowed = allowed;
        open.push(new Step(root, "", 0, false));
    }

    /** The path of the first link that leads out, or of something behind a link that may not be read. */
    Optional<String> leadingOut() {
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (names.get(step.depth()).equals(FOLDERS)) {
                enterAllBelow(step);
                continue;
            }
            for (Path child : matches(step)) {
                if (leadsOut(step, child)) {
                    return Optional.of(step.path() + child.getFileName());
                }
            }
        }
        return Optional.empty();
    }

    private void enterAllBelow(Step step) {
        if (!isLast(step)) {
            open.push(new Step(step.folder(), step.path(), step.depth() + 1, step.linked()));
        }
        for (Path child : children(step.folder(), "", "")) {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                open.push(new Step(child, step.path() + child.getFileName() + "/", step.depth(), step.linked()));
            }
        }
    }

    private boolean leadsOut(Step step, Path child) {
        try {
            var attributes = Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean linked = step.linked() || attributes.isSymbolicLink();
            Path real = attributes.isSymbolicLink() ? child.toRealPath() : child;
            boolean folder = attributes.isSymbolicLink() ? Files.isDirectory(real) : attributes.isDirectory();
            // DuckDB reads no folder as a file.
            if (linked && !(folder && isLast(step)) && !allowed.test(real)) {
                return true;
            }
            if (folder && !isLast(step)) {
                open.push(new Step(real, step.path() + child.getFileName() + "/", step.depth() + 1, linked));
            }
            return false;
        } catch (IOException e) {
            // DuckDB cannot open it either.
            return false;
        }
    }

    private boolean isLast(Step step) {
        return step.depth() == names.size() - 1;
    }

    private List<Path> matches(Step step) {
        String name = names.get(step.depth());
        Optional<String> literal = GlobPath.literal(name);
        return literal.isPresent()
                ? List.of(step.folder().resolve(literal.get()))
                : children(step.folder(), GlobPath.beforeSigns(name), GlobPath.afterSigns(name));
    }

    private static List<Path> children(Path folder, String start, String end) {
        var children = new ArrayList<Path>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path child : all) {
                String name = child.getFileName().toString();
                if (name.startsWith(start) && name.endsWith(end)) {
                    children.add(child);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // DuckDB cannot list it either.
            return List.of();
        }
        return children;
    }

    /**
     * A folder in which the name at {@code depth} is looked for.
     *
     * @param folder without links
     * @param path below the root as the caller names it, with a slash at the end
     * @param linked whether a link led here
     */
    private record Step(Path folder, String path, int depth, boolean linked) {}
}
