package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The links in a lake's folder. Each may lead to data of the same lake and nowhere else. DuckDB opens no file outside
 * its places, whatever link leads there, but it lists the names of such files, and does not say what is wrong.
 */
final class FolderLinks {

    private final Path root;

    FolderLinks(Path root) {
        this.root = root;
    }

    /**
     * The first link that leads out, on the way to a path or to whatever a pattern matches. What is not there, or may
     * not be read, leads nowhere.
     *
     * @param below a path or a pattern below the lake
     * @return the link's path below the lake
     */
    Optional<String> leadingOut(String below) {
        try {
            Path real = root.toRealPath();
            return new LinkSearch(real, List.of(below.split("/")), target -> isData(target, real)).leadingOut();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether the lake's child of this name is a link that leads out. */
    boolean leadsOut(String name) {
        Path child = root.resolve(name);
        try {
            return Files.isSymbolicLink(child) && !isData(child.toRealPath(), root.toRealPath());
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isData(Path target, Path realRoot) {
        if (!target.startsWith(realRoot) || target.equals(realRoot)) {
            return false;
        }
        String below = realRoot.relativize(target).toString();
        return !LakeLayout.leadsToPrivate(below) && !("/" + below).contains("/.");
    }
}
