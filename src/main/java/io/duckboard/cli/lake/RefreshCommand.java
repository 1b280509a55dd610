package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.RaiseOption;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.format.Harmless;
import io.duckboard.lake.tables.Change;
import io.duckboard.lake.tables.LakeRefresh;
import io.duckboard.lake.tables.OpenLake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "refresh",
        description = "Take in files that others changed or put into the lake.",
        mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final RaiseOption raise = new RaiseOption();

    @Option(names = "--prune", description = "Take files that are gone out of their tables.")
    private boolean prune;

    RefreshCommand(GlobalOptions options) {
        this.options = options;
    }

    /**
     * Fails if a file of a known table cannot be read: the table stays as it was, and the others are refreshed. Other
     * files that cannot be read are left out.
     */
    @Override
    public Integer call() {
        try (OpenLake lake = OpenedLake.of(options)) {
            var refresh = new LakeRefresh(lake, options.clock());
            var missing = prune ? LakeRefresh.Missing.PRUNE : LakeRefresh.Missing.KEEP;
            new FormatCheck(options, raise).before(lake.written(), lake.published(), () -> refresh.isDue(missing));
            LakeRefresh.Plan done = refresh.run(missing);
            List<Change> changes = done.changes();
            if (options.json()) {
                options.terminal()
                        .out()
                        .println(TableJson.write(
                                changes.stream().map(RefreshCommand::members).toList()));
            } else {
                tell(changes);
                List<LeftOut> leftOut = done.catalog().leftOut();
                if (!leftOut.isEmpty()) {
                    options.terminal()
                            .out()
                            .println(LeftOutText.count(leftOut) + " in all: duckboard lake ls --left-out");
                }
            }
            return changes.stream().anyMatch(RefreshCommand::isUnreadable) ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private void tell(List<Change> changes) {
        if (changes.isEmpty()) {
            options.terminal().out().println("Nothing has changed.");
        }
        for (Change change : changes) {
            String line = Harmless.line(change.name() + " " + change.text());
            if (isUnreadable(change)) {
                options.terminal().err().println(line);
            } else {
                options.terminal().out().println(line);
            }
        }
    }

    private static boolean isUnreadable(Change change) {
        return change.kind() == Change.Kind.UNREADABLE;
    }

    private static Map<String, String> members(Change change) {
        var members = new LinkedHashMap<String, String>();
        members.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        members.put("name", change.name());
        members.put("text", change.text());
        return members;
    }
}
