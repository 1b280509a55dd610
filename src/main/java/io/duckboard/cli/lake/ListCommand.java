package io.duckboard.cli.lake;

import static java.util.stream.Collectors.joining;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.TextTable;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.format.Figures;
import io.duckboard.format.Harmless;
import io.duckboard.lake.tables.LakeListing;
import io.duckboard.lake.tables.LakeRefresh;
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
import picocli.CommandLine.Option;

@Command(name = "ls", description = "List the lake's tables.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private final GlobalOptions options;

    @Option(
            names = "--left-out",
            description = "Show what is in no table instead: each file, why, and what to do. --json has the same.")
    private boolean allLeftOut;

    ListCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        try (OpenLake lake = OpenedLake.of(options)) {
            var refresh = new LakeRefresh(lake, options.clock());
            LakeListing listing = LakeListing.of(lake);
            Optional<Catalog> published = listing.published();
            Catalog catalog = published.orElseGet(
                    () -> refresh.plan(LakeRefresh.Missing.KEEP, listing).catalog());
            List<LeftOut> leftOut =
                    published.map(known -> refresh.leftOut(listing, known)).orElse(catalog.leftOut());
            options.terminal().out().print(allLeftOut ? whole(leftOut) : tables(catalog, listing, leftOut));
            tell(OthersFiles.in(lake));
            if (published.isEmpty() && !options.json()) {
                options.terminal()
                        .err()
                        .println("The lake has no catalog; this is what its files look like."
                                + " duckboard lake refresh writes one.");
            }
        }
    }

    private String whole(List<LeftOut> leftOut) {
        return options.json()
                ? TableJson.write(leftOut.stream().map(CatalogJson::members).toList()) + "\n"
                : LeftOutText.whole(leftOut);
    }

    private String tables(Catalog catalog, LakeListing listing, List<LeftOut> leftOut) {
        return options.json()
                ? json(catalog, listing) + "\n"
                : text(catalog, listing) + notes(catalog) + LeftOutText.summary(leftOut);
    }

    /** The notes go to standard error, since they are not tables. */
    private void tell(OthersFiles files) {
        for (String path : files.paths()) {
            options.terminal()
                    .err()
                    .println(Harmless.line(path
                            + " is left alone: it lies where Duckboard keeps its own, and no record says that it is."));
        }
    }

    private static String notes(Catalog catalog) {
        return catalog.tables().stream()
                .flatMap(table -> table.notes().stream().map(note -> Harmless.line(table.name() + ": " + note) + "\n"))
                .collect(joining());
    }

    private static String text(Catalog catalog, LakeListing listing) {
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

    private static String changes(Table table, LakeListing listing) {
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

    private static String json(Catalog catalog, LakeListing listing) {
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
