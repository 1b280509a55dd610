package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.LakeLayout;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that are not shown as tables and that no record lists as Duckboard's own. They stay, whoever owns them.
 *
 * @param before files in folders where versions before the journal kept answers, markers and unfinished work
 * @param unrecorded files in the current private folder
 */
public record OthersFiles(List<String> before, List<String> unrecorded) {

    public OthersFiles {
        before = List.copyOf(before);
        unrecorded = List.copyOf(unrecorded);
    }

    /** Returns such files of the place to write to. */
    public static OthersFiles in(OpenLake lake) {
        return new OthersFiles(lake.listBefore(), lake.listUnrecorded());
    }

    /** Returns the folders that contain the files of {@link #before}. */
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
