package io.duckboard.cli.lake;

import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.lake.source.Found;
import io.duckboard.lake.tables.TableLoad.Added;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells of a table that was added, and of what was found in its files. */
final class AddedTable {

    private AddedTable() {}

    static String json(Added added) {
        Map<String, Object> members = TableJson.members(added.table());
        members.put(
                "found",
                added.source().found().stream().map(AddedTable::members).toList());
        members.put("keysInFiles", added.source().keysInFiles());
        return TableJson.write(members);
    }

    /** A line for the table, and one for each kind of files, by what was found in them. */
    static String text(Added added) {
        Table table = added.table();
        var lines = new ArrayList<String>();
        lines.add("Table " + table.name() + ": " + Figures.count(table.rows(), "row") + ", "
                + Figures.count(table.columns().size(), "column") + ", " + Figures.size(table.bytes()) + ".");
        var alike = new LinkedHashMap<List<String>, List<Found>>();
        for (Found found : added.source().found()) {
            List<String> rowsAside = found.traits().subList(0, found.traits().size() - 1);
            alike.computeIfAbsent(rowsAside, _ -> new ArrayList<>()).add(found);
        }
        alike.values().forEach(files -> lines.add(line(files)));
        if (!added.source().keysInFiles().isEmpty()) {
            lines.add("From the folders' names, not from the files: "
                    + String.join(", ", added.source().keysInFiles()) + ".");
        }
        // Names in other people's files are theirs.
        return lines.stream().map(Harmless::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(List<Found> files) {
        Found first = files.getFirst();
        if (files.size() == 1) {
            return first.file() + ": " + String.join(", ", first.traits()) + ".";
        }
        List<String> same = first.traits().subList(0, first.traits().size() - 1);
        return Figures.count(files.size(), "file") + " such as " + first.file() + ": " + String.join(", ", same) + ".";
    }

    private static Map<String, Object> members(Found found) {
        var members = new LinkedHashMap<>(found.members());
        members.put("found", String.join(", ", found.traits()));
        return members;
    }
}
