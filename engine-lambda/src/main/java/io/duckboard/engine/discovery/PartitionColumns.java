package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog.Field;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns that a table's partitions have, with types that hold every value as it is written: {@code 01234} is text,
 * since as a number it would be another one.
 */
final class PartitionColumns {

    /** 18 digits fit into a BIGINT. */
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** By the name in lower case. */
    private final Map<String, Field> columns = new LinkedHashMap<>();

    private final boolean alike;

    PartitionColumns(Collection<DataFile> files) {
        var names = new LinkedHashMap<String, String>();
        var texts = new LinkedHashMap<String, Set<String>>();
        var spellings = new HashSet<Set<String>>();
        boolean plain = true;
        for (DataFile file : files) {
            var spelling = new HashSet<String>();
            for (Partition.Key key : file.partition().keys()) {
                String column = TableColumns.key(key.column());
                names.putIfAbsent(column, key.column());
                texts.computeIfAbsent(column, any -> new HashSet<>()).add(key.text());
                plain &= key.isPlain() && spelling.add(key.name());
            }
            spellings.add(spelling);
        }
        names.forEach((key, name) -> columns.put(key, new Field(name, type(texts.getOrDefault(key, Set.of())), "")));
        this.alike = plain
                && spellings.size() == 1
                && names.values().containsAll(spellings.iterator().next());
    }

    List<Field> columns() {
        return List.copyOf(columns.values());
    }

    Optional<Field> column(String name) {
        return Optional.ofNullable(columns.get(TableColumns.key(name)));
    }

    /** Whether DuckDB reads the same keys and values from all paths. */
    boolean areAlike() {
        return alike;
    }

    private static String type(Set<String> texts) {
        return type(
                texts.stream().map(text -> new Partition.Key("", text).value()).toList());
    }

    static String type(Collection<Optional<String>> known) {
        List<String> values = known.stream().flatMap(Optional::stream).toList();
        if (!values.isEmpty()
                && values.stream().allMatch(value -> INTEGER.matcher(value).matches())) {
            return "BIGINT";
        }
        return !values.isEmpty() && values.stream().allMatch(PartitionColumns::isDay) ? "DATE" : "VARCHAR";
    }

    private static boolean isDay(String value) {
        if (!DAY.matcher(value).matches()) {
            return false;
        }
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
