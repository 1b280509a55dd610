package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.TextTable;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.lake.tables.LakeRefresh;
import io.duckboard.lake.tables.Listing;
import io.duckboard.lake.tables.OpenLake;
import io.duckboard.lake.tables.OthersFiles;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ls", description = "List the lake's tables.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private final GlobalOptions options;

    ListCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        try (OpenLake lake = OpenedLake.of(options)) {
            Optional<Catalog> published = lake.catalog();
            Catalog catalog = published.orElseGet(() -> new LakeRefresh(lake, options.clock())
                    .plan(LakeRefresh.Missing.KEEP)
                    .catalog());
            Listing listing = Listing.of(lake);
            options.terminal().out().print(options.json() ? json(catalog, listing) + "\n" : text(catalog, listing));
            tell(OthersFiles.in(lake), lake.written());
            if (published.isEmpty() && !options.json()) {
                options.terminal()
                        .err()
                        .println("The lake has no catalog; this is what its files look like."
                                + " duckboard lake refresh writes one.");
            }
        }
    }

    /**
     * Prints one note for each folder, however many files it has. The notes go to standard error, since they are not
     * tables.
     */
    private void tell(OthersFiles files, LakeLocation place) {
        for (String folder : files.foldersBefore()) {
            options.terminal()
                    .err()
                    .println(folder + "/ (" + Figures.count(files.filesIn(folder), "file")
                            + ") is left alone and shown as no table: earlier versions of Duckboard kept work of their own"
                            + " there, and no record says whose these are. If they are not yours, remove them: "
                            + remove(place, folder));
        }
        for (String path : files.unrecorded()) {
            options.terminal()
                    .err()
                    .println(Harmless.line(path
                            + " is left alone: it lies where Duckboard keeps its own, and no record says that it is."));
        }
    }

    private static String remove(LakeLocation place, String folder) {
        return switch (place) {
            case LakeLocation.Folder at -> "rm -r '" + at + "/" + folder + "'";
            case LakeLocation.Bucket at -> "aws s3 rm --recursive " + at + "/" + folder + "/";
        };
    }

    private static String text(Catalog catalog, Listing listing) {
        var lines = new TextTable("Table", "Rows", "Size", "Columns", "Built (UTC)", "");
        for (Table table : catalog.tables()) {
            lines.add(
                    table.name(),
                    Figures.count(table.rows()),
                    Figures.size(table.bytes()),
                    Integer.toString(table.columns().size()),
                    table.isBuilt() ? TIME.format(table.builtAt()) : "by others",
                    changes(table, listing));
        }
        for (Catalog.View view : catalog.views()) {
            String columns = Integer.toString(view.columns().size());
            lines.add(view.name(), "", "", columns, TIME.format(view.builtAt()), "a view");
        }
        return lines.toString();
    }

    private static String changes(Table table, Listing listing) {
        int changed = listing.changed(table).size();
        int gone = listing.gone(table).size();
        return changed + gone == 0
                ? ""
                : "changed by others: "
                        + String.join(
                                ", ",
                                Stream.of(
                                                changed == 0 ? "" : Figures.count(changed, "file"),
                                                gone == 0 ? "" : Figures.count(gone, "file") + " gone")
                                        .filter(part -> !part.isEmpty())
                                        .toList());
    }

    private static String json(Catalog catalog, Listing listing) {
        var all = new ArrayList<Map<String, Object>>();
        for (Table table : catalog.tables()) {
            Map<String, Object> members = TableJson.members(table);
            members.put("changedByOthers", paths(listing.changed(table)));
            members.put("gone", paths(listing.gone(table)));
            all.add(members);
        }
        catalog.views().stream().map(TableJson::members).forEach(all::add);
        return TableJson.write(all);
    }

    private static List<String> paths(List<File> files) {
        return files.stream().map(File::path).toList();
    }
}
