package io.duckboard.lake.source;

import io.duckboard.engine.testing.DuckDb;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code lake add} would put into a lake: read again from the Parquet file.
 *
 * @param columns names and types: {@code id BIGINT}
 * @param rows values as DuckDB writes them as text, or null
 * @param counted how many rows were counted before DuckDB read them
 */
record Added(List<String> columns, List<List<String>> rows, long counted, List<Found> found) {

    static Added of(Path scratch, ReadOptions options, Path... files) {
        return of(scratch, options, Stream.of(files).map(Path::toString).toArray(String[]::new));
    }

    static Added of(Path scratch, ReadOptions options, String... files) {
        try (LoadDatabase database = LoadDatabase.in(Files.createTempDirectory(scratch, "add"))) {
            SourceTable source = new Sources(database, LoadProgress.SILENT, options).read(Arrays.asList(files));
            Path parquet = database.write(source.select(), "added.parquet");
            source.badLines().run();
            String from = " FROM '" + parquet + "'";
            List<String> columns =
                    DuckDb.rows("SELECT column_name || ' ' || column_type FROM (DESCRIBE" + from + ")").stream()
                            .map(List::getFirst)
                            .toList();
            List<List<String>> rows = DuckDb.rows("SELECT CAST(COLUMNS(*) AS VARCHAR)" + from);
            return new Added(columns, rows, source.rows(), source.found());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a file with this text. */
    static Added ofText(Path scratch, ReadOptions options, String name, String text) {
        return ofText(scratch, options, name, text, StandardCharsets.UTF_8);
    }

    static Added ofText(Path scratch, ReadOptions options, String name, String text, Charset encoding) {
        try {
            return of(scratch, options, Files.write(scratch.resolve(name), text.getBytes(encoding)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of a column. */
    List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }

    List<String> traits() {
        return found.getFirst().traits();
    }
}
