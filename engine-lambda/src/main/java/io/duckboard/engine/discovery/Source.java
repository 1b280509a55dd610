package io.duckboard.engine.discovery;

import java.util.List;

/**
 * The files of one table.
 *
 * @param folder that has them or their partitions; empty for the lake itself
 * @param stem what the names of the files say about the table; empty if the folder's name is the table's
 */
public record Source(String folder, String stem, List<DataFile> files) {

    public Source {
        files = List.copyOf(files);
    }
}
