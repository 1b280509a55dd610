package io.duckboard.cli.lake;

import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.format.Figures;
import io.duckboard.lake.trips.Loaded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** Describes the result of a load, for people and for programs. */
record LoadSummary(String lake, Loaded loaded) {

    String json() {
        var members = new LinkedHashMap<String, Object>();
        members.put("lake", lake);
        members.put("source", loaded.source());
        members.put("month", loaded.month().toString());
        members.put("rows", loaded.rows());
        members.put("dropped", loaded.dropped());
        members.put("lacking", loaded.lacking());
        members.put("leftOut", loaded.leftOut());
        loaded.kept().ifPresent(path -> members.put("kept", path));
        members.put("milliseconds", loaded.took().toMillis());
        members.put("tables", loaded.tables().stream().map(LoadSummary::members).toList());
        return JSON.std.asString(members);
    }

    String text() {
        var lines = new ArrayList<String>();
        loaded.tables()
                .forEach(table -> lines.add(String.format(
                        Locale.ROOT,
                        "%-21s %,11d rows %9s  %s",
                        table.name(),
                        table.rows(),
                        Figures.size(table.bytes()),
                        place(table))));
        if (loaded.dropped() > 0) {
            lines.add(String.format(
                    Locale.ROOT, "Dropped %,d rows that are not of %s.", loaded.dropped(), loaded.month()));
        }
        names("Not in the source, so NULL: ", loaded.lacking(), lines);
        names("Not in the lake, so left out: ", loaded.leftOut(), lines);
        loaded.kept()
                .ifPresent(
                        path -> lines.add(path + " is somebody else's and stays as it is: the view has no copy there."
                                + " duckboard lake refresh takes it in."));
        lines.add(String.format(
                Locale.ROOT,
                "%s holds %s of %s (%.1f s).",
                lake,
                loaded.source(),
                loaded.month(),
                loaded.took().toMillis() / 1000.0));
        return String.join(System.lineSeparator(), lines);
    }

    private static void names(String what, List<String> columns, List<String> lines) {
        if (!columns.isEmpty()) {
            lines.add(what + String.join(", ", columns) + ".");
        }
    }

    private static String place(Table table) {
        return table.files().size() == 1
                ? table.files().getFirst().path()
                : table.files().size() + " files";
    }

    private static Map<String, Object> members(Table table) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", table.name());
        members.put("rows", table.rows());
        members.put("bytes", table.bytes());
        members.put("files", table.files().size());
        return members;
    }
}
