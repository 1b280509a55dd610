package io.duckboard.lake.ownership;

import io.duckboard.cli.CommandRun;
import io.duckboard.cli.TransformProject;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.SlowQueries;
import io.duckboard.lake.ownership.Action.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A user who runs commands on one lake, with their own home and engine. */
final class Session implements AutoCloseable {

    private final Map<String, String> variables;
    private final Path home;
    private final MovedClock clock;
    private final List<Place> places;
    private final RunningEngine engine;

    /**
     * @param places the lake, and its workspace if that is separate
     * @param more additional environment variables
     */
    Session(List<Place> places, Map<String, String> more, Path home, MovedClock clock) {
        this.places = List.copyOf(places);
        this.home = home;
        this.clock = clock;
        variables = new HashMap<>(more);
        variables.put("DUCKBOARD_HOME", home.toString());
        variables.put("DUCKBOARD_WORKERS", "1");
        variables.put("DUCKBOARD_LAKE", places.getFirst().location().toString());
        if (places.size() > 1) {
            variables.put("DUCKBOARD_WORKSPACE", places.getLast().location().toString());
        }
        try {
            Files.createDirectories(home);
            engine = RunningEngine.start(variables, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the result, for people to read */
    String perform(Action action) {
        return switch (action) {
            case Action.Query(Engine asked) -> {
                ready(asked);
                yield run("query", "SELECT 1 AS one");
            }
            case Action.Export(Engine asked, String extension) -> {
                ready(asked);
                yield run("query", "--out", home.resolve("out." + extension).toString(), "SELECT 1 AS one");
            }
            case Action.Cancel(Action.Cancel.Of what) -> cancel(what);
            case Action.Kill kill -> kill(kill);
            case Action.Ls() -> run("lake", "ls");
            case Action.Add(String table, int rows) -> run("lake", "add", table, csv(rows), "--replace");
            case Action.Refresh(List<String> options) -> {
                var command = new ArrayList<>(List.of("lake", "refresh"));
                command.addAll(options);
                yield run(command.toArray(String[]::new));
            }
            case Action.Rm(int table) -> {
                List<String> tables = new PublishedFiles(places).tables();
                yield tables.isEmpty() ? "no table" : run("lake", "rm", tables.get(table % tables.size()), "--yes");
            }
            case Action.Populate(int rows) ->
                run("lake", "populate", "synthetic", "--yes", "--rows", Integer.toString(rows));
            case Action.Transform(int value) -> run("transform", "run", "--project", project(value, 10));
            case Action.Overwrite overwrite -> throw new IllegalArgumentException("No command does " + overwrite);
        };
    }

    /** The lake's owner refreshes it, and needs no separate workspace. */
    String refreshTheLakeItself() {
        var owner = new HashMap<>(variables);
        owner.remove("DUCKBOARD_WORKSPACE");
        return told(CommandRun.of(owner, clock, "lake", "refresh"));
    }

    @Override
    public void close() {
        engine.close();
    }

    private void ready(Engine asked) {
        if (asked == Engine.COLD) {
            engine.restart();
        }
    }

    private String cancel(Action.Cancel.Of what) {
        UUID id = UUID.randomUUID();
        var query = Request.Query.of(SlowQueries.INTERRUPTIBLE.getFirst()).queryId(id);
        return switch (what) {
            case QUERY -> cancelled(id, () -> engine.queries().ask(query));
            case EXPORT -> cancelled(id, () -> engine.queries().export(query, new Export.JsonLines()));
            case ENDED -> engine.queries().cancel(id).toString();
        };
    }

    private String cancelled(UUID id, Supplier<QueryOutcome> call) {
        var asked = CompletableFuture.supplyAsync(call);
        return engine.queries().cancel(id) + ", " + asked.join();
    }

    private String kill(Action.Kill kill) {
        String[] command = switch (kill.work()) {
            case LOAD -> new String[] {"lake", "populate", "synthetic", "--yes", "--rows", "5000"};
            case ADD -> new String[] {"lake", "add", "rides", csv(20_000), "--replace"};
            case TRANSFORM -> new String[] {"transform", "run", "--project", project(7, 100_000)};
            case EXPORT ->
                new String[] {
                    "query", "--out", home.resolve("killed.csv").toString(), "SELECT range AS n FROM range(500000)"
                };
        };
        return new KilledCommand(variables, home, clock.ahead(), places).run(kill.traces(), command);
    }

    private String run(String... command) {
        return told(CommandRun.of(variables, clock, command));
    }

    private static String told(CommandRun run) {
        return run.exitCode() == 0
                ? "done"
                : "exit code " + run.exitCode() + ": " + run.err().strip();
    }

    private String csv(int rows) {
        try {
            return Files.writeString(home.resolve("rides.csv"), "n\n" + "1\n".repeat(rows))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a project with a table, a partitioned table, a view, and a model whose copy goes where others export
     * theirs.
     */
    private String project(int value, int rows) {
        String select = "SELECT range AS n, range % 2 AS odd, " + value + " AS made FROM range(" + rows + ")";
        return TransformProject.in(home.resolve("project"))
                .model("m", "{{ config(materialized='table') }} " + select)
                .model("halves", "{{ config(materialized='table', partition_by='odd') }} " + select)
                .model("seen", "{{ config(materialized='view') }} FROM {{ ref('m') }}")
                .model(
                        "top",
                        "{{ config(materialized='external', location='dashboard/my_view.parquet') }} FROM {{ ref('m') }}")
                .folder()
                .toString();
    }
}
