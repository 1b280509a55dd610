package io.duckboard.client.mapreduce;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The files that the map is asked of once.
 *
 * @param name the folder or file, relative to the lake: {@code partitioned/date=2019-04-01}
 * @param files all of its files as SQL names them; there is at least one, and each is a path or a glob
 * @param bytes the size of the files, if the catalog knows it
 */
public record Partition(String name, List<String> files, OptionalLong bytes) {

    private static final String PARQUET = ".parquet";

    public Partition {
        files = List.copyOf(files);
    }

    Partition(String name, List<String> files) {
        this(name, files, OptionalLong.empty());
    }

    /**
     * Creates a partition of all Parquet files in a place.
     *
     * @param path an absolute path with the lake's prefix, of a folder or a Parquet file
     */
    static Partition at(String path, String lake) {
        String place = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new Partition(
                place.startsWith(lake) ? place.substring(lake.length()) : place,
                List.of(place.endsWith(PARQUET) ? place : place + "/*" + PARQUET));
    }

    /** Adds another file of the same partition. */
    Partition and(Partition file) {
        return new Partition(
                name, Stream.concat(files.stream(), file.files.stream()).toList(), bytes);
    }

    boolean isFile() {
        return name.endsWith(PARQUET);
    }

    /** Returns the glob that covers the whole partition, before its files are looked up. */
    String glob() {
        return files.getFirst();
    }
}
