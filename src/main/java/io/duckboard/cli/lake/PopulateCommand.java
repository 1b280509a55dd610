package io.duckboard.cli.lake;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.RaiseOption;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStores;
import io.duckboard.lake.trips.Consent;
import io.duckboard.lake.trips.Loaded;
import io.duckboard.lake.trips.SampleTrips;
import io.duckboard.lake.trips.SyntheticTrips;
import io.duckboard.lake.trips.TripFiles;
import io.duckboard.lake.trips.TripLoad;
import io.duckboard.lake.trips.TripSource;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "populate",
        description =
                "Fill the lake with a month of taxi trips: one file, files by day, the zones, the dashboard's view.",
        mixinStandardHelpOptions = true)
final class PopulateCommand implements Callable<Integer> {

    private static final String SAMPLE = "sample";
    private static final String SYNTHETIC = "synthetic";

    /** The number of trips in April 2019, the month that the article uses. */
    private static final long MONTH_ROWS = 7_433_139;

    private static final long SEED = 42;

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final RaiseOption raise = new RaiseOption();

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description =
                    "sample: the 10,000 real trips that are shipped (default). synthetic: a month drawn from them."
                            + " Else files or addresses of the TLC's records, Parquet or CSV.")
    private List<String> sources = List.of(SAMPLE);

    @Option(names = "--rows", paramLabel = "N", description = "Trips of the synthetic month; 7433139 if not said.")
    private @Nullable Long rows;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed draws other trips; 42 if not said.")
    private @Nullable Long seed;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "Take the trips of this month alone; else the file's name says, or most of its trips.")
    private @Nullable String month;

    @Option(names = "--yes", description = "Replace other trips without being asked.")
    private boolean yes;

    @Option(names = "--if-empty", description = "Do nothing if the lake has tables already.")
    private boolean ifEmpty;

    PopulateCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        TripSource source = source();
        LakeLocation lake = options.lake();
        var progress = new TerminalProgress(options.terminal());
        Loaded loaded;
        try (LakeStore store = LakeStores.open(lake, options.home(), options.environment(), options.clock())) {
            if (ifEmpty && store.published().isPresent()) {
                options.terminal().err().println(lake + " has tables already, and stays as it is.");
                return ExitCode.DONE;
            }
            new FormatCheck(options, raise).before(lake, store.published());
            loaded = new TripLoad(store, options.clock(), progress).load(source, consent());
        }
        var summary = new LoadSummary(lake.toString(), loaded);
        options.terminal().out().println(options.json() ? summary.json() : summary.text());
        return ExitCode.DONE;
    }

    private Consent consent() {
        return yes || !options.terminal().interactive() ? Consent.GIVEN : new Question(options.terminal());
    }

    private TripSource source() {
        boolean synthetic = sources.equals(List.of(SYNTHETIC));
        boolean sample = sources.equals(List.of(SAMPLE));
        if (!synthetic && (rows != null || seed != null)) {
            throw wrong("--rows and --seed are of the synthetic month: duckboard lake populate synthetic --rows N.");
        }
        if ((synthetic || sample) && month != null) {
            throw wrong("--month is for files: the sample and the synthetic month are April 2019.");
        }
        if (sample) {
            return new SampleTrips();
        }
        if (!synthetic) {
            return new TripFiles(sources, month());
        }
        if (rows != null && rows <= 0) {
            throw wrong("--rows must be at least 1, and not " + rows + ".");
        }
        return new SyntheticTrips(rows == null ? MONTH_ROWS : rows, seed == null ? SEED : seed);
    }

    private Optional<YearMonth> month() {
        try {
            return Optional.ofNullable(month).map(YearMonth::parse);
        } catch (DateTimeParseException e) {
            throw wrong("--month is no month: '" + month + "'. Expected one such as 2019-04.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
