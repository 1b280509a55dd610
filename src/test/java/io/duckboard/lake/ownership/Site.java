package io.duckboard.lake.ownership;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.lake.ownership.ForeignFile.Claim;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A place, with the files in it that belong to others. */
final class Site {

    private static final Set<String> NAMED_BY_PEOPLE =
            Set.of(Catalog.FILE, "dashboard/my_view.parquet", "dataset/taxi_2019_04.parquet");

    private final Place place;
    private final SortedMap<String, String> foreign = new TreeMap<>();
    private final Set<String> forged = new HashSet<>();

    Site(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    void put(Collection<ForeignFile> files) {
        files.forEach(place::put);
        SortedMap<String, String> now = place.files();
        for (ForeignFile file : files) {
            if (file.claim() == Claim.RECORD) {
                forged.add(file.path());
            } else {
                foreign.put(file.path(), now.getOrDefault(file.path(), "not there"));
            }
        }
    }

    boolean isForeign(String path) {
        return foreign.containsKey(path) || forged.contains(path);
    }

    /** Returns changes to others' files. */
    List<String> harm() {
        var now = new TreeMap<>(place.files());
        now.keySet().retainAll(foreign.keySet());
        return Difference.of(foreign, now).stream()
                .map(line -> "Others' file in " + place.location() + ": " + line)
                .toList();
    }

    /**
     * Returns files of Duckboard's own that have no reason to exist.
     *
     * @param published the files of tables
     * @param young files whose time is not over yet
     */
    List<String> left(Set<String> published, Set<String> young) {
        SortedMap<String, String> now = place.files();
        List<String> own = now.keySet().stream()
                .filter(path -> !isForeign(path) && !young.contains(path) && !place.expires(path))
                .toList();
        Set<String> staying = new HashSet<>(NAMED_BY_PEOPLE);
        staying.addAll(published);
        return own.stream()
                .filter(path -> !staying.contains(path) && !isLock(path) && !isRecordOf(path, staying, now.keySet()))
                .map(path -> "Duckboard's own in " + place.location() + " is still there: " + path + told(path))
                .toList();
    }

    private static boolean isLock(String path) {
        return path.startsWith(LakeLayout.PRIVATE + "/") && path.endsWith("/.lock");
    }

    /** Returns what a record says. */
    private String told(String path) {
        return path.startsWith(LakeLayout.JOURNAL + "/")
                ? ", which holds '" + new String(place.read(path), StandardCharsets.UTF_8) + "'"
                : "";
    }

    /** Whether a file is a record of one of those files. */
    private boolean isRecordOf(String path, Set<String> staying, Set<String> there) {
        if (!path.startsWith(LakeLayout.JOURNAL + "/")) {
            return false;
        }
        String record = new String(place.read(path), StandardCharsets.UTF_8);
        return staying.stream().filter(there::contains).anyMatch(file -> isNamed(file, record));
    }

    /** Whether the record names the file, or a folder that contains it. */
    private static boolean isNamed(String file, String record) {
        for (int end = file.length(); end > 0; end = file.lastIndexOf('/', end - 2) + 1) {
            if (record.contains('"' + file.substring(0, end) + '"')) {
                return true;
            }
        }
        return false;
    }
}
