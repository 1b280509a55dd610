package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.LakeLayout;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that are shown as no tables and that no record calls Duckboard's own: whosoever they are, they stay.
 *
 * @param before those in folders where versions of before the journal kept answers, markers and unfinished work
 * @param unrecorded those in the folder that is private now
 */
public record OthersFiles(List<String> before, List<String> unrecorded) {

    public OthersFiles {
        before = List.copyOf(before);
        unrecorded = List.copyOf(unrecorded);
    }

    /** Those in the place that is written. */
    public static OthersFiles in(OpenLake lake) {
        return new OthersFiles(lake.listBefore(), lake.listUnrecorded());
    }

    /** The folders of {@link #before} that have any. */
    public List<String> foldersBefore() {
        return LakeLayout.BEFORE.stream()
                .filter(folder -> in(folder).findAny().isPresent())
                .toList();
    }

    public int filesIn(String folder) {
        return (int) in(folder).count();
    }

    private Stream<String> in(String folder) {
        return before.stream().filter(path -> path.startsWith(folder + "/"));
    }
}
