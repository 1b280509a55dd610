package io.duckboard.engine.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Names for the columns of an answer where no two may be alike: a name that occurs again gets _1, _2. */
public final class ColumnNames {

    private ColumnNames() {}

    /** The names as members of a JSON object. A name that occurs once is kept. */
    public static List<String> ofRecord(List<Column> columns) {
        Set<String> all = columns.stream().map(Column::name).collect(Collectors.toSet());
        return distinct(columns, all, UnaryOperator.identity());
    }

    /** The names in a file with columns, as DuckDB makes them different: the first one keeps its name, whatever its case. */
    public static List<String> ofFile(List<Column> columns) {
        return distinct(columns, Set.of(), name -> name.toLowerCase(Locale.ROOT));
    }

    /**
     * @param kept what no other name may become
     * @param key the same for names that are alike
     */
    private static List<String> distinct(List<Column> columns, Set<String> kept, UnaryOperator<String> key) {
        var seen = new HashSet<String>();
        var distinct = new ArrayList<String>();
        for (Column column : columns) {
            String free = column.name();
            for (int number = 1; isKept(free, column, kept) || !seen.add(key.apply(free)); number++) {
                free = column.name() + "_" + number;
            }
            distinct.add(free);
        }
        return distinct;
    }

    private static boolean isKept(String free, Column column, Set<String> kept) {
        return !free.equals(column.name()) && kept.contains(free);
    }
}
