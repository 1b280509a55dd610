package io.duckboard.transform.compile;

import io.duckboard.engine.sql.Quoted;
import io.duckboard.format.NearName;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.Reference;
import io.duckboard.transform.project.TestEntry;
import io.duckboard.transform.template.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of dbt's four tests of a column, with dbt's SQL.
 *
 * @param column the column as written
 * @param to the table that a relationship test refers to
 */
record GenericTest(TestKind kind, String column, Map<String, Object> arguments, Optional<Reference> to) {

    private static final String KNOWN = "Known are unique, not_null, accepted_values and relationships.";

    private static final Map<TestKind, Set<String>> ARGUMENTS = Map.of(
            TestKind.UNIQUE, Set.of(),
            TestKind.NOT_NULL, Set.of(),
            TestKind.ACCEPTED_VALUES, Set.of("values", "quote"),
            TestKind.RELATIONSHIPS, Set.of("to", "field"));

    /** Reads a test. Empty, with a problem, if it is not one of the four or lacks something. */
    static Optional<GenericTest> of(TestEntry entry, Optional<String> ofColumn, Problems problems) {
        Optional<TestKind> kind = TestKind.generic(entry.test());
        if (kind.isEmpty()) {
            problems.add(
                    entry.place(),
                    "The test “" + entry.test() + "” is not known.",
                    NearName.of(entry.test(), List.of("unique", "not_null", "accepted_values", "relationships"))
                                    .map(near -> "Did you mean “" + near + "”? ")
                                    .orElse("")
                            + KNOWN + " For others, write a SELECT of the failing rows into tests/.");
            return Optional.empty();
        }
        var arguments = new LinkedHashMap<>(entry.arguments());
        Object named = arguments.remove("column_name");
        Optional<String> column = ofColumn.or(() -> Optional.ofNullable(named).map(String::valueOf));
        var complaints = new ArrayList<String>();
        if (column.isEmpty()) {
            complaints.add("It is about no column: write column_name: …, or list it below a column.");
        }
        arguments.keySet().stream()
                .filter(name -> !ARGUMENTS.getOrDefault(kind.get(), Set.of()).contains(name))
                .forEach(name -> complaints.add("It takes no argument “" + name + "”."));
        Optional<Reference> to = Optional.ofNullable(arguments.get("to"))
                .flatMap(value -> Reference.parse(String.valueOf(value), entry.place()));
        switch (kind.get()) {
            case ACCEPTED_VALUES -> {
                if (!(arguments.get("values") instanceof List<?> values) || values.isEmpty()) {
                    complaints.add("It needs values, a list.");
                }
            }
            case RELATIONSHIPS -> {
                if (to.isEmpty() || !arguments.containsKey("field")) {
                    complaints.add("It needs to: ref('model') and field: column.");
                }
            }
            case UNIQUE, NOT_NULL, SINGULAR -> {}
        }
        complaints.forEach(complaint ->
                problems.add(entry.place(), "The test “" + entry.test() + "” cannot be compiled.", complaint));
        return complaints.isEmpty()
                ? column.map(name -> new GenericTest(kind.get(), name, arguments, to))
                : Optional.empty();
    }

    /**
     * Returns the SELECT of the failing rows.
     *
     * @param table the table as FROM names it
     * @param other the table that a relationship test refers to; empty for other tests
     */
    String sql(String table, String other) {
        String name = quoted(column);
        return switch (kind) {
            case UNIQUE -> """
                    select
                        %1$s as unique_field,
                        count(*) as n_records
                    from %2$s
                    where %1$s is not null
                    group by %1$s
                    having count(*) > 1""".formatted(name, table);
            case NOT_NULL -> """
                    select %1$s
                    from %2$s
                    where %1$s is null""".formatted(name, table);
            case ACCEPTED_VALUES -> """
                    with all_values as (
                        select
                            %1$s as value_field,
                            count(*) as n_records
                        from %2$s
                        group by %1$s
                    )
                    select *
                    from all_values
                    where value_field not in (%3$s)""".formatted(name, table, values());
            case RELATIONSHIPS -> """
                    with child as (
                        select %1$s as from_field
                        from %2$s
                        where %1$s is not null
                    ),
                    parent as (
                        select %3$s as to_field
                        from %4$s
                    )
                    select from_field
                    from child
                    left join parent on child.from_field = parent.to_field
                    where parent.to_field is null""".formatted(name, table, quoted(String.valueOf(arguments.get("field"))), other);
            case SINGULAR -> throw new IllegalStateException("A singular test has its own SQL.");
        };
    }

    private String values() {
        boolean quote = !Boolean.FALSE.equals(arguments.get("quote"));
        return ((List<?>) arguments.getOrDefault("values", List.of()))
                .stream()
                        .map(PythonText::of)
                        .map(value -> quote ? Quoted.literal(value) : value)
                        .collect(Collectors.joining(", "));
    }

    /** dbt accepts an expression as a column. What looks like a name is quoted, since it may be a keyword. */
    private static String quoted(String column) {
        return column.matches("[\\w ]+") ? Quoted.name(column) : column;
    }
}
