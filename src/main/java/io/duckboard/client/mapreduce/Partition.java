package io.duckboard.client.mapreduce;

import java.util.List;

/**
 * What one call of the engine works on.
 *
 * @param name its folder or file, below the lake: {@code partitioned/date=2019-04-01}
 * @param files all of its files, as SQL names them: at least one, each a path or a glob
 */
public record Partition(String name, List<String> files) {

    private static final String PARQUET = ".parquet";

    public Partition {
        files = List.copyOf(files);
    }

    /**
     * Of all Parquet files that lie there.
     *
     * @param path absolute, with the lake's prefix; a folder, or a Parquet file
     */
    static Partition at(String path, String lake) {
        String place = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new Partition(
                place.startsWith(lake) ? place.substring(lake.length()) : place,
                List.of(place.endsWith(PARQUET) ? place : place + "/*" + PARQUET));
    }

    boolean isFile() {
        return name.endsWith(PARQUET);
    }

    /** The one that stands for all of it, before anyone has looked what there is. */
    String glob() {
        return files.getFirst();
    }
}
