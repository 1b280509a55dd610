package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.sql.Quoted;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A table of the lake, as the engine describes it.
 *
 * @param rows absent if nobody has counted them
 * @param bytes of all files together; absent if the lake has no catalog
 * @param builtFrom the tables it was computed from
 * @param problem why it cannot be read
 */
public record TableEntry(
        String name,
        Catalog.Kind kind,
        OptionalLong rows,
        OptionalLong bytes,
        long files,
        List<String> partitionedBy,
        Optional<Instant> builtAt,
        List<String> builtFrom,
        Optional<String> problem) {

    /** This is more tables than a page can list. */
    private static final int MOST = 10_000;

    private static final int PREVIEW_ROWS = 20;
    private static final int ROWS_TO_BEGIN_WITH = 100;

    public TableEntry {
        partitionedBy = List.copyOf(partitionedBy);
        builtFrom = List.copyOf(builtFrom);
    }

    public static Request.Query query() {
        return Request.Query.of("""
                SELECT name, kind, rows, bytes, files, partitioned_by, epoch_ms(built_at) AS built_at_ms, built_from,
                       problem
                FROM lake.tables ORDER BY lower(name)""").limit(MOST).format(RowFormat.ROWS);
    }

    public static List<TableEntry> of(Answer.Rows answer) {
        return AnswerRow.all(answer).stream().map(TableEntry::of).toList();
    }

    private static TableEntry of(AnswerRow row) {
        return new TableEntry(
                row.text("name"),
                Catalog.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.optionalCount("rows"),
                row.optionalCount("bytes"),
                row.count("files"),
                row.texts("partitioned_by"),
                row.optionalInstant("built_at_ms"),
                row.texts("built_from"),
                row.optionalText("problem"));
    }

    /** Asks for the first rows with only these columns. */
    public Request.Query preview(List<ColumnEntry> columns) {
        String names = String.join(
                ", ", columns.stream().map(column -> Quoted.name(column.name())).toList());
        return Request.Query.of("SELECT " + names + " FROM " + Quoted.name(name) + " LIMIT " + PREVIEW_ROWS)
                .limit(PREVIEW_ROWS)
                .format(RowFormat.ROWS);
    }

    /** Counts the rows, which needs only Parquet's own metadata. */
    public Request.Query count() {
        return Request.Query.of("SELECT count(*) FROM " + Quoted.name(name)).format(RowFormat.ROWS);
    }

    /** Returns this table with the number of rows that {@link #count} has found. */
    public TableEntry counted(Answer.Rows answer) {
        Object count = answer.rows().getFirst().getFirst();
        return new TableEntry(
                name,
                kind,
                count instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty(),
                bytes,
                files,
                partitionedBy,
                builtAt,
                builtFrom,
                problem);
    }

    /** Returns SQL that someone can begin with to query this table. */
    public String firstQuestion() {
        return "SELECT *\nFROM " + Quoted.name(name) + "\nLIMIT " + ROWS_TO_BEGIN_WITH;
    }
}
