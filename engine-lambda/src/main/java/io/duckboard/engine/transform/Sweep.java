package io.duckboard.engine.transform;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.protocol.Catalog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Removes files of models that no table has any more: of models that were replaced, and of runs that died. */
record Sweep(ModelStore store, RemoteFiles files, Clock clock) {

    /** Longer than any query can run: a function on AWS ends after 15 minutes. */
    private static final Duration OUTLIVES_QUERIES = Duration.ofMinutes(15);

    /** A run that lives has written something since: none of its steps takes longer than a function may. */
    private static final Duration DEAD = Duration.ofHours(1);

    private static final Pattern RUN =
            Pattern.compile("models/[^/]+/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b.*");

    /** @return the paths of what is gone */
    List<String> of(Catalog catalog) throws LakeException {
        store.removeDrafts(clock.instant().minus(DEAD));
        Set<String> named = catalog.tables().stream()
                .flatMap(table -> table.files().stream())
                .map(Catalog.File::path)
                .collect(Collectors.toSet());
        Map<String, Instant> retired = catalog.retired().stream()
                .collect(Collectors.toMap(old -> old.file().path(), Catalog.Retired::at, (one, other) -> other));
        Map<String, List<String>> runs = store.paths(files).stream()
                .filter(path -> !named.contains(path) && RUN.matcher(path).matches())
                .collect(Collectors.groupingBy(Sweep::run));
        var removed = new ArrayList<String>();
        for (List<String> run : runs.values()) {
            boolean dead = isOlder(run, DEAD);
            for (String path : run) {
                Instant at = retired.get(path);
                if (at == null ? dead : at.isBefore(clock.instant().minus(OUTLIVES_QUERIES))) {
                    store.remove(path);
                    removed.add(path);
                }
            }
        }
        return removed;
    }

    /** Whether all of a run's files are as old as that. */
    private boolean isOlder(List<String> run, Duration age) throws LakeException {
        Instant oldest = clock.instant().minus(age);
        for (String path : run) {
            if (store.writtenAt(path).filter(oldest::isBefore).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static String run(String path) {
        Matcher run = RUN.matcher(path);
        return run.matches() ? run.group(1) : "";
    }
}
