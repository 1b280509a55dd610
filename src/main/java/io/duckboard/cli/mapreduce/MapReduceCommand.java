package io.duckboard.cli.mapreduce;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.InterruptibleWork;
import io.duckboard.cli.terminal.Interruption;
import io.duckboard.cli.terminal.SqlSource;
import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.mapreduce.Batching;
import io.duckboard.client.mapreduce.MapReduce;
import io.duckboard.client.mapreduce.MapReduceAnswer;
import io.duckboard.client.mapreduce.MapReduceException;
import io.duckboard.client.mapreduce.MapReducePlan;
import io.duckboard.client.mapreduce.MapTemplate;
import io.duckboard.client.mapreduce.Partition;
import io.duckboard.client.mapreduce.Partitions;
import io.duckboard.client.mapreduce.Retries;
import io.duckboard.client.mapreduce.TripsByZone;
import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "mapreduce",
        description = "Ask about many partitions at once, and bring the answers together. Without --map and --reduce:"
                + " trips by pickup zone, over ten days.",
        mixinStandardHelpOptions = true)
public final class MapReduceCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--map",
            paramLabel = "SQL",
            description = "Asked of every partition; {part} stands for its files, as in FROM {part}.")
    private @Nullable String map;

    @Option(names = "--map-file", paramLabel = "FILE", description = "Read the map's SQL from a file.")
    private @Nullable Path mapFile;

    @Option(
            names = "--reduce",
            paramLabel = "SQL",
            description = "Asked of all that the map answered, which is table parts.")
    private @Nullable String reduce;

    @Option(names = "--reduce-file", paramLabel = "FILE", description = "Read the reduce's SQL from a file.")
    private @Nullable Path reduceFile;

    @Option(
            names = "--over",
            paramLabel = "PATTERN",
            defaultValue = TripsByZone.OVER,
            description = "The partitions, below the lake: folders or Parquet files. {01..10} counts, {a,b} lists, *"
                    + " matches (${DEFAULT-VALUE}).")
    private String over = TripsByZone.OVER;

    @Option(
            names = "--parallel",
            paramLabel = "CALLS",
            description = "Calls at once, at most. Twice the workers of this machine; 10 of a deployed function.")
    private @Nullable Integer parallel;

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            defaultValue = "200",
            description = "Rows of the answer at most (${DEFAULT-VALUE}).")
    private int limit;

    public MapReduceCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        check();
        MapTemplate template = template();
        String reduced = text(reduce, reduceFile, "--reduce", TripsByZone.REDUCE);
        try (var interruption = new Interruption();
                EngineTarget<QueryEngine> target = options.openEngine();
                var _ = interruption.meanwhile(target::close)) {
            QueryEngine engine = target.engine();
            List<Partition> partitions = new Partitions(engine, options.lake()).matching(over);
            var plan = new MapReducePlan(template, reduced, partitions, limit);
            return answered(engine, plan, interruption);
        } catch (IllegalArgumentException e) {
            throw new FailureException(String.valueOf(e.getMessage()), "See --over in --help.", e);
        }
    }

    private int answered(QueryEngine engine, MapReducePlan plan, Interruption interruption) {
        int partitions = plan.partitions().size();
        MapReduceAnswer answer;
        try (var work = new InterruptibleWork(interruption);
                var progress = new MapProgress(options.terminal(), partitions)) {
            var batching = Batching.of(options.querySettings().sharedWorkers());
            answer = work.of(() -> new MapReduce(engine, parallel(), Retries.DEFAULT, batching).run(plan, progress));
        } catch (MapReduceException e) {
            if (interruption.happened()) {
                return ExitCode.INTERRUPTED;
            }
            throw e;
        }
        print(new AnswerPrint(answer, partitions, limit));
        return ExitCode.DONE;
    }

    private void print(AnswerPrint print) {
        options.terminal().out().print(options.json() ? print.json() : print.table(options.terminal()));
        options.terminal().out().flush();
    }

    private void check() {
        if (limit < 0) {
            throw usage("--limit is a number of rows from 0 up, not " + limit + ".");
        }
        if (parallel != null && parallel < 1) {
            throw usage("--parallel is a number of calls from 1 up, not " + parallel + ".");
        }
        if ((map == null && mapFile == null) != (reduce == null && reduceFile == null)) {
            throw usage("--map and --reduce belong together: name both, or none for the example.");
        }
        if (options.function().isPresent() && !options.namesLake()) {
            throw usage("Name the lake of the deployed function, where the partitions lie: --lake s3://….");
        }
    }

    private MapTemplate template() {
        try {
            return new MapTemplate(text(map, mapFile, "--map", TripsByZone.MAP));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private String text(@Nullable String sql, @Nullable Path file, String option, String example) {
        if (sql != null && file != null) {
            throw usage("The SQL stands in " + option + " and in " + option + "-file: leave out one of them.");
        }
        String text = file != null ? new SqlSource.File(file).read() : sql != null ? sql : example;
        if (text.isBlank()) {
            throw usage("There is no SQL in " + option + ": it is empty.");
        }
        return text;
    }

    private int parallel() {
        if (parallel != null) {
            return parallel;
        }
        return options.querySettings().callsAtOnce();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
