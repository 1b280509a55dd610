package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.lake.load.LoadDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides on the types of columns that are texts: by what the user says, else by all of their values. */
final class TypedRows {

    private final LoadDatabase database;
    private final ReadOptions options;
    private final Set<DateFormat> used = new LinkedHashSet<>();

    TypedRows(LoadDatabase database, ReadOptions options) {
        this.database = database;
        this.options = options;
    }

    /** A column as its texts show it. */
    record Column(String name, ColumnReading reading, Optional<NumberProfile> numbers) {}

    /**
     * @throws FailureException if a column can be read in several ways, or not as the user says
     */
    List<SourceColumn> columns(SourceFile file, List<Column> columns, String relation, Found.Builder found) {
        var typed = new ArrayList<SourceColumn>();
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            ColumnReading reading = said(file, column, relation, StagedRows.column(index));
            typed.add(typed(file, column.name(), reading, StagedRows.column(index), found));
        }
        return typed;
    }

    /** @throws FailureException if a format of dates was said that fits no column of any file */
    void checkFormats() {
        for (DateFormat format : options.dateFormats()) {
            if (!used.contains(format)) {
                throw new FailureException(
                        "No column has dates that are all written as " + format.format() + ".",
                        "Check --date-format, or leave it out.");
            }
        }
    }

    private SourceColumn typed(SourceFile file, String name, ColumnReading reading, String text, Found.Builder found) {
        return switch (reading) {
            case ColumnReading.Nothing _ ->
                new SourceColumn(name, options.allText() ? ColumnType.VARCHAR : ColumnType.NULL, text);
            case ColumnReading.Asks(String what, String hint) ->
                throw new FailureException(
                        "Column " + name + " of " + file.name() + " " + what + ".",
                        "Say " + hint + ", or --types '" + name + "=VARCHAR'.");
            case ColumnReading.As as -> {
                if (!as.told().isEmpty()) {
                    found.add(name + ": " + as.told());
                }
                yield new SourceColumn(
                        name, ColumnType.parse(as.type()), as.sql().apply(text));
            }
        };
    }

    private ColumnReading said(SourceFile file, Column column, String relation, String text) {
        Optional<String> type = options.typeOf(column.name());
        Optional<DateFormat> format = format(file, column, relation, text);
        ColumnReading reading = format.<ColumnReading>map(said -> {
                    used.add(said);
                    return new ColumnReading.As(said.type(), said::sql, "dates as " + said.format());
                })
                .orElse(column.reading());
        if (type.isPresent()) {
            return SaidType.of(database, type.get()).reading(file, column, reading, relation, text);
        }
        return options.allText() ? ColumnReading.As.text("") : reading;
    }

    private Optional<DateFormat> format(SourceFile file, Column column, String relation, String text) {
        List<DateFormat> formats = options.dateFormats().stream()
                .filter(format -> format.isFor(column.name()))
                .sorted(Comparator.comparing(format -> format.column().isEmpty()))
                .toList();
        if (formats.isEmpty() || column.reading() instanceof ColumnReading.Nothing) {
            return Optional.empty();
        }
        String counts = formats.stream()
                .map(format -> "count(" + format.attempt(text) + ")")
                .collect(Collectors.joining(", "));
        List<String> counted = row("SELECT count(" + text + "), " + counts + " FROM " + relation);
        for (int index = 0; index < formats.size(); index++) {
            DateFormat format = formats.get(index);
            if (counted.getFirst().equals(counted.get(index + 1))) {
                return Optional.of(format);
            }
            if (format.column().isPresent()) {
                String example = row("SELECT " + text + " FROM " + relation + " WHERE " + text + " IS NOT NULL AND "
                                + format.attempt(text) + " IS NULL LIMIT 1")
                        .getFirst();
                throw new FailureException(
                        "'" + example + "' in column " + column.name() + " of " + file.name() + " is not written as "
                                + format.format() + ".",
                        "Check --date-format.");
            }
        }
        return Optional.empty();
    }

    private List<String> row(String sql) {
        return database.rows(sql).getFirst();
    }
}
