package io.duckboard.cli.benchmark;

import io.duckboard.bench.Benchmark;
import io.duckboard.bench.ByMapReduce;
import io.duckboard.bench.Findings;
import io.duckboard.bench.LocalDuckDb;
import io.duckboard.bench.OneCall;
import io.duckboard.bench.Picture;
import io.duckboard.bench.Report;
import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.mapreduce.Batching;
import io.duckboard.client.mapreduce.MapReduce;
import io.duckboard.client.mapreduce.Partitions;
import io.duckboard.client.mapreduce.Retries;
import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "benchmark",
        description = "Time trips by zone over ten days by map-reduce, by one call of the engine and by DuckDB in this"
                + " process, and check that all answers are the same.",
        mixinStandardHelpOptions = true)
public final class BenchmarkCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "10", description = "Rounds that count (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warmup",
            paramLabel = "ROUNDS",
            defaultValue = "3",
            description = "Rounds before that do not count (${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--parallel",
            paramLabel = "CALLS",
            description = "Calls of a map-reduce at once, at most. As in duckboard mapreduce.")
    private @Nullable Integer parallel;

    @Option(
            names = "--expect",
            paramLabel = "TRIPS",
            description = "How many trips the lake is to have. What its catalog says.")
    private @Nullable Long expected;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "benchmark",
            description = "Where benchmark.json and benchmark.svg go (${DEFAULT-VALUE}).")
    private Path out = Path.of("benchmark");

    public BenchmarkCommand(GlobalOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        check();
        try (var interruption = new Interruption();
                EngineTarget<QueryEngine> target = options.openEngine();
                var _ = interruption.meanwhile(target::close)) {
            // The engine fills an empty lake when it starts, so DuckDB opens the lake afterwards.
            try (LocalDuckDb duckdb = LocalDuckDb.over(options.lake(), options.environment())) {
                Report report = measured(target.engine(), duckdb);
                new ReportFolder(out)
                        .write(report.json(), new Picture(report.findings(), "Trips by zone, ten days").svg());
                print(report);
                return ExitCode.DONE;
            }
        } catch (SQLException e) {
            throw new FailureException("DuckDB could not be closed.", "The figures are in " + out + ".", e);
        }
    }

    private Report measured(QueryEngine engine, LocalDuckDb duckdb) {
        int calls = parallel == null ? options.querySettings().callsAtOnce() : parallel;
        var modes = List.of(
                ByMapReduce.over(
                        new Partitions(engine, options.lake()),
                        new MapReduce(
                                engine,
                                calls,
                                Retries.DEFAULT,
                                Batching.of(options.querySettings().sharedWorkers()))),
                new OneCall(engine),
                duckdb);
        var benchmark = new Benchmark(warmup, rounds);
        try (var progress = new RoundProgress(options.terminal(), warmup + rounds)) {
            Findings findings = benchmark.run(modes, known(duckdb), progress::ended);
            return new Report(findings, benchmark, options.lake().toString(), engine.description(), clock.instant());
        }
    }

    private OptionalLong known(LocalDuckDb duckdb) {
        if (expected != null) {
            return OptionalLong.of(expected);
        }
        return duckdb.knownTrips() > 0 ? OptionalLong.of(duckdb.knownTrips()) : OptionalLong.empty();
    }

    private void print(Report report) {
        var terminal = options.terminal();
        if (options.json()) {
            terminal.out().print(report.json());
        } else {
            terminal.out().print(report.table());
            terminal.out().println(out.resolve(ReportFolder.PICTURE) + " shows it.");
        }
        terminal.out().flush();
    }

    private void check() {
        if (rounds < 1 || warmup < 1) {
            throw usage("--rounds and --warmup are numbers from 1 up.");
        }
        if (parallel != null && parallel < 1) {
            throw usage("--parallel is a number of calls from 1 up, not " + parallel + ".");
        }
        if (options.function().isPresent() && !options.namesLake()) {
            throw usage("Name the lake of the deployed function, which DuckDB here reads too: --lake s3://….");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
