package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.failure.FailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns, by name, of files that are to become one table. The first file with a column determines its type. */
final class SourceColumns {

    private final Map<String, Origin> columns = new LinkedHashMap<>();

    /**
     * @throws FailureException if a column has a type that cannot be combined with its earlier one, or no known type
     */
    void add(TableSource source, List<Field> fields) {
        boolean known = columns.isEmpty();
        for (Field field : fields) {
            Origin first = columns.putIfAbsent(field.name().toLowerCase(Locale.ROOT), new Origin(source.name(), field));
            known |= first != null;
            if (first != null && !family(first.field().type()).equals(family(field.type()))) {
                throw new FailureException(
                        "Column " + field.name() + " is " + first.field().type() + " in " + first.file() + " and "
                                + field.type() + " in " + source.name() + ".",
                        "Convert one of them, or add the files as two tables.");
            }
        }
        if (!known) {
            throw new FailureException(
                    source.name() + " has no column that the files before it have.", "Add it as a table of its own.");
        }
    }

    /** Groups the types that DuckDB combines without a surprising loss: numbers with numbers, dates with times. */
    private static String family(String type) {
        if (type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\\(.*\\)|FLOAT|DOUBLE")) {
            return "number";
        }
        return type.matches("DATE|TIMESTAMP(_S|_MS|_NS)?") ? "time" : type;
    }

    private record Origin(String file, Field field) {}
}
