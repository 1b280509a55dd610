package io.duckboard.client.mapreduce;

import io.duckboard.client.AnswerRow;
import io.duckboard.client.QueryEngine;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.sql.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Finds the partitions that a pattern stands for. Braces are expanded here. The engine finds what {@code *} matches,
 * and which files a table has there.
 */
public final class Partitions {

    /** Finds hive folders that have files. If any other place has no file, its own call reports that. */
    private static final String FOLDERS = "SELECT DISTINCT regexp_replace(file, '/[^/]*$', '') AS place FROM glob(";

    private static final String FILES = "SELECT DISTINCT file AS place FROM glob(";

    /** DuckDB says this of a folder that does not exist, because the guard only allows paths of the lake. */
    private static final String NO_ACCESS = "file system operations are disabled";

    private final Lookup lookup;
    private final String lake;
    private final PartitionFiles catalog;

    public Partitions(QueryEngine engine, LakeLocation lake) {
        this.lookup = new Lookup(engine);
        this.lake = lake.toString().endsWith("/") ? lake.toString() : lake + "/";
        this.catalog = new PartitionFiles(lookup, this.lake);
    }

    /**
     * @param pattern folders or Parquet files, relative to the lake or with the full path
     * @throws IllegalArgumentException with a sentence, if the pattern is invalid
     * @throws MapReduceException if the engine does not find any partitions for it
     */
    public List<Partition> matching(String pattern) {
        var partitions = new LinkedHashSet<Partition>();
        for (String expanded : Braces.expand(pattern)) {
            if (expanded.isBlank()) {
                throw new IllegalArgumentException("The pattern of partitions is empty: partitioned/date=*, say.");
            }
            Partition named = Partition.at(absolute(expanded), lake);
            if (expanded.contains("*") || expanded.contains("[")) {
                partitions.addAll(found(named));
            } else {
                partitions.add(named);
            }
        }
        if (partitions.size() > Request.Query.MAX_PARTS) {
            throw new IllegalArgumentException(
                    "There are more than " + Request.Query.MAX_PARTS + " partitions of " + pattern + ".");
        }
        return catalog.exact(List.copyOf(partitions));
    }

    private String absolute(String path) {
        return path.startsWith("/") || path.startsWith("s3://") ? path : lake + path;
    }

    private List<Partition> found(Partition pattern) {
        String sql = (pattern.isFile() ? FILES : FOLDERS) + Quoted.literal(pattern.glob()) + ") ORDER BY place";
        Request.Query query = Request.Query.of(sql).limit(Request.Query.MAX_PARTS + 1);
        var places = new ArrayList<Partition>();
        try {
            for (AnswerRow row : lookup.rows(query, "The partitions " + pattern.name() + " cannot be found")) {
                places.add(Partition.at(row.text("place"), lake));
            }
        } catch (MapReduceException e) {
            throw String.valueOf(e.getMessage()).contains(NO_ACCESS) ? none(pattern) : e;
        }
        if (places.isEmpty()) {
            throw none(pattern);
        }
        return places;
    }

    private static MapReduceException none(Partition pattern) {
        return new MapReduceException(new Failure(
                "There are no partitions " + pattern.name() + ": it has no Parquet files.",
                "Look at what the lake holds: duckboard lake ls."));
    }
}
