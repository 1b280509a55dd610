package io.duckboard.mapreduce;

/**
 * What one call of the engine works on.
 *
 * @param name its folder or file, below the lake: {@code partitioned/date=2019-04-01}
 * @param files all of its files, as SQL names them
 */
public record Partition(String name, String files) {

    private static final String FILES = "/*.parquet";

    /** @param path absolute, with the lake's prefix; a folder, or a Parquet file */
    static Partition at(String path, String lake) {
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new Partition(
                folder.startsWith(lake) ? folder.substring(lake.length()) : folder,
                folder.endsWith(".parquet") ? folder : folder + FILES);
    }
}
