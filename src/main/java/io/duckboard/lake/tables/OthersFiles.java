package io.duckboard.lake.tables;

import java.util.List;

/**
 * Files in Duckboard's private folder that no record lists as its own. They stay, whoever owns them.
 *
 * @param paths below the place to write to
 */
public record OthersFiles(List<String> paths) {

    public OthersFiles {
        paths = List.copyOf(paths);
    }

    /** Returns such files of the place to write to. */
    public static OthersFiles in(OpenLake lake) {
        return new OthersFiles(lake.listUnrecorded());
    }
}
