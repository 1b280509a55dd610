package io.duckboard.engine.transform;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.protocol.Catalog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes files of models that no table has any more: of models that were replaced, and of runs that died.
 *
 * @param known the catalog before the publish that the sweep comes with
 */
record Sweep(ModelStore store, Catalog known, Clock clock) {

    /** Longer than any query can run: a function on AWS ends after 15 minutes. */
    private static final Duration OUTLIVES_QUERIES = Duration.ofMinutes(15);

    /** A run that lives has written something since: none of its steps takes longer than a function may. */
    private static final Duration DEAD = Duration.ofHours(1);

    private static final Pattern RUN =
            Pattern.compile("models/[^/]+/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b.*");

    /** Whether no query can be reading a model's file any more, so that it goes with this sweep. */
    boolean isRipe(Catalog.Retired old) {
        return RUN.matcher(old.file().path()).matches() && old.at().isBefore(ago(OUTLIVES_QUERIES));
    }

    /** @param next the catalog that is published by now */
    void after(Catalog next, RemoteFiles files) throws LakeException {
        store.removeDrafts(ago(DEAD));
        Set<String> kept = Stream.concat(
                        next.tables().stream().flatMap(table -> table.files().stream()),
                        next.retired().stream().map(Catalog.Retired::file))
                .map(Catalog.File::path)
                .collect(Collectors.toSet());
        Set<String> ripe = known.retired().stream()
                .filter(this::isRipe)
                .map(old -> old.file().path())
                .collect(Collectors.toSet());
        Map<String, List<String>> runs = store.paths(files).stream()
                .filter(path -> !kept.contains(path) && RUN.matcher(path).matches())
                .collect(Collectors.groupingBy(Sweep::run));
        for (List<String> run : runs.values()) {
            // The times of files are asked for only where nothing else tells.
            boolean all = !ripe.containsAll(run) && isDead(run);
            for (String path : run) {
                if (all || ripe.contains(path)) {
                    store.remove(path);
                }
            }
        }
    }

    private boolean isDead(List<String> run) throws LakeException {
        Instant oldest = ago(DEAD);
        for (String path : run) {
            if (store.writtenAt(path).filter(oldest::isBefore).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private Instant ago(Duration age) {
        return clock.instant().minus(age);
    }

    private static String run(String path) {
        Matcher run = RUN.matcher(path);
        return run.matches() ? run.group(1) : "";
    }
}
