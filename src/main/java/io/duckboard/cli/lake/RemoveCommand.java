package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.Confirmation;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.RaiseOption;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.format.Figures;
import io.duckboard.lake.tables.OpenLake;
import io.duckboard.lake.tables.TableRemoval;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "rm", description = "Take a table out of the lake.", mixinStandardHelpOptions = true)
final class RemoveCommand implements Runnable {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final RaiseOption raise = new RaiseOption();

    private final Confirmation confirmation;

    @Parameters(index = "0", paramLabel = "NAME", description = "The table's name.")
    private String name = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    RemoveCommand(GlobalOptions options, Confirmation confirmation) {
        this.options = options;
        this.confirmation = confirmation;
    }

    @Override
    public void run() {
        try (OpenLake lake = OpenedLake.of(options)) {
            var removal = new TableRemoval(lake, options.clock());
            Table table = removal.find(name);
            new FormatCheck(options, raise).before(lake.written(), lake.published());
            if (!yes
                    && !confirmation.given("Take table " + table.name() + " (" + Figures.count(table.rows(), "row")
                            + ") out of " + options.lake() + "?")) {
                throw new FailureException("Nothing was done.", "Table " + table.name() + " stays.");
            }
            TableRemoval.Outcome outcome = removal.run(name);
            options.terminal().out().println(options.json() ? json(outcome) : text(outcome));
        }
    }

    private static String text(TableRemoval.Outcome outcome) {
        var text = new StringBuilder("Table " + outcome.table().name() + " is taken out.");
        if (!outcome.retired().isEmpty()) {
            text.append(" Queries may still read " + files(outcome.retired())
                    + "; the first duckboard lake refresh after 15 minutes removes it.");
        }
        if (!outcome.staying().isEmpty()) {
            text.append(" " + files(outcome.staying())
                    + " not Duckboard's alone stays where it is, and a refresh may find a table in it.");
        }
        return text.toString();
    }

    private static String json(TableRemoval.Outcome outcome) {
        var members = new LinkedHashMap<String, Object>();
        members.put("removed", outcome.table().name());
        members.put("retired", outcome.retired().stream().map(File::path).toList());
        members.put("staying", outcome.staying().stream().map(File::path).toList());
        return TableJson.write(members);
    }

    private static String files(List<File> files) {
        return files.size() == 1
                ? files.getFirst().path()
                : Figures.count(files.size(), "file") + " (" + files.getFirst().path() + ", …)";
    }
}
