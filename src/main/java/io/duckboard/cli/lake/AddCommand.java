package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.RaiseOption;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.tables.OpenLake;
import io.duckboard.lake.tables.TableLoad;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Make a table of your own files: Parquet, CSV and other text, JSON, or a sheet of .xlsx.",
        mixinStandardHelpOptions = true)
final class AddCommand implements Runnable {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final RaiseOption raise = new RaiseOption();

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The table's name.")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Paths, folders, patterns in quotes, or http addresses. Columns go together by their names.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--describe",
            paramLabel = "COLUMN=TEXT",
            description = "What a column means. Can be given many times.")
    private List<String> descriptions = new ArrayList<>();

    @Option(names = "--replace", description = "Put it in the place of a table of that name.")
    private boolean replace;

    AddCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        var request = new TableLoad.Request(
                name,
                files,
                reading.options(),
                descriptions.stream().map(AddCommand::description).toList(),
                replace ? TableLoad.Existing.REPLACE : TableLoad.Existing.REFUSE);
        try (OpenLake lake = OpenedLake.of(options)) {
            new FormatCheck(options, raise).before(lake.written(), lake.published());
            TableLoad.Added added =
                    new TableLoad(lake, options.clock(), new TerminalProgress(options.terminal())).run(request);
            options.terminal().out().println(options.json() ? AddedTable.json(added) : AddedTable.text(added));
        }
    }

    private static TableLoad.Description description(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new FailureException("--describe " + text + " names no column.", "Write --describe COLUMN=TEXT.");
        }
        return new TableLoad.Description(text.substring(0, equals), text.substring(equals + 1));
    }
}
