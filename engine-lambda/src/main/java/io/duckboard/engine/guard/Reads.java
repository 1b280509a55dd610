package io.duckboard.engine.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statement reads, by its tree.
 *
 * @param tables names as they stand after FROM, in lower case: tables, views, common table expressions, and what the
 *     system has
 * @param functions the names of all functions and operators that it calls, in lower case
 * @param others what it reads besides tables
 */
public record Reads(Set<String> tables, Set<String> functions, Set<Other> others) {

    /** What a statement can read besides tables. */
    public enum Other {
        /** Files by their paths. */
        FILES,
        /** What the system knows, such as which tables there are, or how a query runs. */
        SYSTEM,
        /** Rows that are drawn at random. */
        SAMPLE
    }

    /** Table functions that make rows of their arguments alone. */
    private static final Set<String> OF_VALUES = Set.of(
            "generate_series",
            "icu_calendar_names",
            "json_each",
            "json_tree",
            "range",
            "repeat",
            "repeat_row",
            "unnest");

    public Reads {
        tables = Set.copyOf(tables);
        functions = Set.copyOf(functions);
        others = Set.copyOf(others);
    }

    /** What this statement and another one read together. */
    public Reads and(Reads more) {
        return new Reads(union(tables, more.tables), union(functions, more.functions), union(others, more.others));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }

    /** Whether the statement has the same answer as long as its tables are the same. */
    public boolean areRepeatable() {
        return others.isEmpty() && DeterministicFunctions.contain(functions);
    }

    /** Whether the answer is the same whatever is in the lake. */
    public boolean areOfNothing() {
        return tables.isEmpty() && !others.contains(Other.FILES) && !others.contains(Other.SYSTEM);
    }

    /** Collects what is met in a tree. */
    static final class Collector {

        private final Set<String> tables = new TreeSet<>();
        private final Set<String> functions = new TreeSet<>();
        private final Set<Other> others = new TreeSet<>();

        /**
         * DuckDB calls functions of these names without parentheses, wherever there is no such column: {@code
         * GetSQLValueFunctionName} in its bind_columnref_expression.cpp.
         */
        private static final Set<String> WITHOUT_PARENTHESES = Set.of(
                "current_catalog",
                "current_date",
                "current_role",
                "current_schema",
                "current_time",
                "current_timestamp",
                "current_user",
                "localtime",
                "localtimestamp",
                "session_user",
                "user");

        void addTable(String name) {
            tables.add(name.toLowerCase(Locale.ROOT));
        }

        void addFunction(String name) {
            functions.add(name.toLowerCase(Locale.ROOT));
        }

        void addColumn(List<?> names) {
            if (names.size() == 1
                    && names.getFirst() instanceof String name
                    && WITHOUT_PARENTHESES.contains(name.toLowerCase(Locale.ROOT))) {
                addFunction(name);
            }
        }

        void addTableFunction(String name) {
            if (!OF_VALUES.contains(name.toLowerCase(Locale.ROOT))) {
                add(Other.SYSTEM);
            }
        }

        void add(Other other) {
            others.add(other);
        }

        Reads reads() {
            return new Reads(tables, functions, others);
        }
    }
}
