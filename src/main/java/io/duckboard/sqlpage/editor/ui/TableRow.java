package io.duckboard.sqlpage.editor.ui;

import io.duckboard.client.Vocabulary;
import io.duckboard.datapage.TableEntry;
import io.duckboard.format.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A line of the panel of tables. */
sealed interface TableRow {

    String name();

    /** A short text beside the name. */
    String fact();

    /** The whole text, shown when the pointer is on the line. */
    String title();

    /** @param entry absent if the lake has not described it */
    record Table(Vocabulary.Table table, Optional<TableEntry> entry, List<Column> columns) implements TableRow {
        public Table {
            columns = List.copyOf(columns);
        }

        static Table of(Vocabulary.Table table, Optional<TableEntry> entry) {
            return new Table(
                    table,
                    entry,
                    table.columns().stream()
                            .map(column -> new Column(table.name(), column))
                            .toList());
        }

        /**
         * Returns the table with the columns whose names contain a text; with all of them if its own name contains it.
         */
        Optional<Table> found(String text) {
            if (has(name(), text)) {
                return Optional.of(this);
            }
            List<Column> found =
                    columns.stream().filter(column -> has(column.name(), text)).toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(new Table(table, entry, found));
        }

        @Override
        public String name() {
            return table.name();
        }

        @Override
        public String fact() {
            if (entry.flatMap(TableEntry::problem).isPresent()) {
                return "broken";
            }
            return entry.filter(told -> told.rows().isPresent())
                    .map(told -> Figures.count(told.rows().getAsLong()))
                    .orElse("");
        }

        @Override
        public String title() {
            return entry.flatMap(TableEntry::problem)
                    .orElseGet(() ->
                            "Write " + name() + " at the cursor" + (fact().isEmpty() ? "" : " (" + fact() + " rows)"));
        }

        /**
         * Uses the name only: a tree asks for the hash at each column, and hashing all columns each time would take
         * quadratic time.
         */
        @Override
        public int hashCode() {
            return name().hashCode();
        }

        private static boolean has(String name, String text) {
            return name.toLowerCase(Locale.ROOT).contains(text);
        }
    }

    record Column(String table, Vocabulary.Column column) implements TableRow {

        private static final int LONGEST = 12;

        @Override
        public String name() {
            return column.name();
        }

        @Override
        public String fact() {
            String type = column.type().toLowerCase(Locale.ROOT);
            String brief = type.replaceFirst("\\(.*\\)", "")
                    .replace("varchar", "text")
                    .replace("timestamp with time zone", "timestamptz");
            return brief.length() > LONGEST ? brief.substring(0, LONGEST - 1) + "…" : brief;
        }

        @Override
        public String title() {
            return "Write " + name() + " at the cursor (" + column.type() + ")";
        }
    }
}
