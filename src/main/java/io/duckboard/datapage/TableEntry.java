package io.duckboard.datapage;

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
import org.jspecify.annotations.Nullable;

/**
 * A table of the lake, as the engine tells of it.
 *
 * @param rows absent where nobody has counted them
 * @param bytes of all files together; absent where the lake has no catalog
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

    /** More tables than a page can list. */
    private static final int MOST = 10_000;

    private static final int PREVIEW_ROWS = 20;
    private static final int ROWS_TO_BEGIN_WITH = 100;

    public TableEntry {
        partitionedBy = List.copyOf(partitionedBy);
        builtFrom = List.copyOf(builtFrom);
    }

    public static Request.Query query() {
        return Request.Query.of("""
                SELECT name, kind, rows, bytes, files, partitioned_by, epoch_ms(built_at), built_from, problem
                FROM lake.tables ORDER BY lower(name)""").limit(MOST).format(RowFormat.ROWS);
    }

    public static List<TableEntry> of(Answer.Rows answer) {
        return answer.rows().stream().map(TableEntry::of).toList();
    }

    private static TableEntry of(List<@Nullable Object> row) {
        var cells = new Cells(row);
        OptionalLong built = cells.optionalCount(6);
        return new TableEntry(
                cells.text(0),
                Catalog.Kind.valueOf(cells.text(1).toUpperCase(Locale.ROOT)),
                cells.optionalCount(2),
                cells.optionalCount(3),
                cells.count(4),
                cells.texts(5),
                built.isPresent() ? Optional.of(Instant.ofEpochMilli(built.getAsLong())) : Optional.empty(),
                cells.texts(7),
                cells.optionalText(8));
    }

    /** The first rows, of these columns alone. */
    public Request.Query preview(List<ColumnEntry> columns) {
        String names = String.join(
                ", ", columns.stream().map(column -> Quoted.name(column.name())).toList());
        return Request.Query.of("SELECT " + names + " FROM " + Quoted.name(name) + " LIMIT " + PREVIEW_ROWS)
                .limit(PREVIEW_ROWS)
                .format(RowFormat.ROWS);
    }

    /** Counts the rows, for which Parquet's own notes suffice. */
    public Request.Query count() {
        return Request.Query.of("SELECT count(*) FROM " + Quoted.name(name)).format(RowFormat.ROWS);
    }

    /** What {@link #count} has found. */
    public TableEntry counted(Answer.Rows answer) {
        return new TableEntry(
                name,
                kind,
                new Cells(answer.rows().getFirst()).optionalCount(0),
                bytes,
                files,
                partitionedBy,
                builtAt,
                builtFrom,
                problem);
    }

    /** What someone may begin with who wants to ask this table something. */
    public String firstQuestion() {
        return "SELECT *\nFROM " + Quoted.name(name) + "\nLIMIT " + ROWS_TO_BEGIN_WITH;
    }
}
