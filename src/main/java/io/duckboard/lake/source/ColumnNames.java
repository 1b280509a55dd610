package io.duckboard.lake.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Names of columns, which are all different for DuckDB, and called as DuckDB would call them. */
final class ColumnNames {

    private ColumnNames() {}

    /** @param header the names as they are in a first row, where some may be missing */
    static List<String> ofHeader(List<String> header) {
        var names = new ArrayList<String>();
        for (int index = 0; index < header.size(); index++) {
            String said = header.get(index).strip();
            names.add(said.isEmpty() ? numbered(index, header.size()) : said);
        }
        return different(names);
    }

    /** @param keys of objects in JSON, in their order */
    static List<String> ofKeys(List<String> keys) {
        var names = new ArrayList<String>();
        for (int index = 0; index < keys.size(); index++) {
            names.add(keys.get(index).isEmpty() ? "C" + index : keys.get(index));
        }
        return different(names);
    }

    private static List<String> different(List<String> names) {
        var taken = new HashSet<String>();
        var different = new ArrayList<String>();
        for (String name : names) {
            String free = name;
            for (int next = 1; !taken.add(free.toLowerCase(Locale.ROOT)); next++) {
                free = name + "_" + next;
            }
            different.add(free);
        }
        return different;
    }

    /** {@code column0}, or {@code column00} if there are more than ten. */
    private static String numbered(int index, int count) {
        int digits = String.valueOf(count - 1).length();
        return "column" + String.format(Locale.ROOT, "%0" + digits + "d", index);
    }
}
