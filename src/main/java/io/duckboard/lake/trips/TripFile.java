package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of trips, read in the lake's columns.
 *
 * @param select the SELECT that reads it
 * @param lacking columns of the lake that the file does not have
 * @param leftOut columns of the file that the lake does not have
 */
record TripFile(String select, List<String> lacking, List<String> leftOut) {

    private static final String MAGIC = "PAR1";

    /**
     * @param place the file's name as the user knows it
     * @throws FailureException if the file does not contain trips
     */
    static TripFile of(String place, Path file, LoadDatabase database) {
        if (!Files.isRegularFile(file)) {
            throw new FailureException("There is no file " + place + ".", "Check the name.");
        }
        boolean parquet = FolderFailures.translating(file, () -> isParquet(place, file));
        String reader = parquet
                ? "read_parquet(" + LoadDatabase.literal(file) + ")"
                : "read_csv(" + LoadDatabase.literal(file) + ", header = true, all_varchar = true)";
        Map<String, String> found = columns(place, reader, database);
        List<Field> lacking = TripSchema.COLUMNS.stream()
                .filter(column -> !found.containsKey(column.name()))
                .toList();
        List<String> needed = lacking.stream()
                .map(Field::name)
                .filter(TripSchema.NEEDED::contains)
                .toList();
        if (!needed.isEmpty()) {
            throw new FailureException(
                    place + " is no file of trips: it lacks " + String.join(", ", needed) + ".",
                    "Expected the columns of the TLC's yellow taxi records of 2017 or later.");
        }
        String columns = TripSchema.COLUMNS.stream()
                .map(column -> value(column, found.get(column.name())) + " AS " + column.name())
                .collect(Collectors.joining(", "));
        return new TripFile(
                "SELECT " + columns + " FROM " + reader,
                lacking.stream().map(Field::name).toList(),
                found.keySet().stream()
                        .filter(name -> !TripSchema.isColumn(name))
                        .toList());
    }

    /** Maps the lake's names to the file's names, or the file's own name to itself if the lake has no such column. */
    private static Map<String, String> columns(String place, String reader, LoadDatabase database) {
        List<List<String>> described;
        try {
            described = database.rows("SELECT column_name FROM (DESCRIBE FROM " + reader + ")");
        } catch (FailureException e) {
            throw new FailureException(place + " is neither Parquet nor CSV.", "Name a file of trips.", e);
        }
        var columns = new LinkedHashMap<String, String>();
        described.stream().map(List::getFirst).forEach(name -> columns.putIfAbsent(TripSchema.lakeName(name), name));
        return columns;
    }

    /** Over the years, codes have been whole numbers, decimals and texts. */
    private static String value(Field column, @Nullable String name) {
        if (name == null) {
            return "NULL::" + column.type();
        }
        String value = Quoted.name(name);
        return column.type().equals("VARCHAR")
                ? "regexp_replace(" + value + "::VARCHAR, '\\.0+$', '')"
                : value + "::" + column.type();
    }

    private static boolean isParquet(String place, Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < 2L * MAGIC.length() || !magicAt(bytes, 0)) {
                return false;
            }
            if (!magicAt(bytes, bytes.length() - MAGIC.length())) {
                throw new FailureException(
                        place + " is a Parquet file without its end.", "Get it again: it was cut off.");
            }
            return true;
        }
    }

    private static boolean magicAt(RandomAccessFile bytes, long position) throws IOException {
        byte[] magic = new byte[MAGIC.length()];
        bytes.seek(position);
        bytes.readFully(magic);
        return MAGIC.equals(new String(magic, StandardCharsets.ISO_8859_1));
    }
}
