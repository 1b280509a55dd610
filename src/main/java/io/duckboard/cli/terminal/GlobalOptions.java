package io.duckboard.cli.terminal;

import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QuerySettings;
import io.duckboard.client.TransformEngine;
import io.duckboard.database.DatabaseSettings;
import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that every command has: which lake, which engine, and how to print. An option takes precedence over its
 * environment variable.
 */
public final class GlobalOptions {

    /** The same limit as the query function's own. */
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(60);

    private final Map<String, String> environment;
    private final Terminal terminal;
    private final Clock clock;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "What Duckboard keeps on this machine. DUCKBOARD_HOME; else ~/.duckboard.")
    private @Nullable Path home;

    @Option(
            names = "--lake",
            paramLabel = "LAKE",
            description = "A folder or s3://bucket/prefix. DUCKBOARD_LAKE; else the folder lake in the home.")
    private @Nullable String lake;

    @Option(
            names = "--function",
            paramLabel = "NAME",
            description = "The deployed query function to ask. DUCKBOARD_FUNCTION; else the engine runs here.")
    private @Nullable String function;

    @Option(names = "--json", description = "Print JSON in place of text.")
    private boolean json;

    public GlobalOptions(Map<String, String> environment, Terminal terminal, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.terminal = terminal;
        this.clock = clock;
    }

    public Path home() {
        return home != null ? home : variable("DUCKBOARD_HOME").map(Path::of).orElseGet(this::defaultHome);
    }

    /** Returns where people's own things are kept: in the home, unless a database is named. */
    public DatabaseSettings database() {
        return new DatabaseSettings(
                home(),
                variable("DUCKBOARD_DATABASE"),
                variable("DUCKBOARD_DATABASE_PASSWORD"),
                variable("DUCKBOARD_DATABASE_PASSWORD_FILE").map(Path::of));
    }

    /** @throws FailureException if the name does not name a lake */
    public LakeLocation lake() {
        String named = lake != null
                ? lake
                : variable("DUCKBOARD_LAKE")
                        .orElseGet(() -> home().resolve("lake").toString());
        try {
            return LakeLocation.parse(named);
        } catch (IllegalArgumentException e) {
            throw new FailureException(String.valueOf(e.getMessage()), "See --lake in --help.", e);
        }
    }

    /** Returns whether a lake was named. Otherwise the one in the home is used. */
    public boolean namesLake() {
        return lake != null || variable("DUCKBOARD_LAKE").isPresent();
    }

    /** Returns the deployed function, or nothing if the engine runs on this machine. */
    public Optional<String> function() {
        return Optional.ofNullable(function).or(() -> variable("DUCKBOARD_FUNCTION"));
    }

    /**
     * Opens the engine to ask. The caller must close it.
     *
     * @throws FailureException if there is no engine and none can be started
     */
    public EngineTarget<QueryEngine> openEngine() {
        return EngineTarget.open(querySettings());
    }

    /**
     * Opens the engine that builds models. The caller must close it.
     *
     * @param rise whether an engine that this command starts may raise the catalog's format; another engine decides
     *     that itself
     * @throws FailureException if there is no engine and none can be started
     */
    public EngineTarget<TransformEngine> openTransform(FormatRise rise) {
        return EngineTarget.forTransform(querySettings(), rise);
    }

    public QuerySettings querySettings() {
        return new QuerySettings(
                home(),
                lake().toString(),
                variable("DUCKBOARD_WORKSPACE"),
                function(),
                variable("DUCKBOARD_CONTROL_FUNCTION"),
                variable("DUCKBOARD_TRANSFORM_FUNCTION"),
                QUERY_TIMEOUT,
                variable("DUCKBOARD_WORKERS").map(GlobalOptions::workers));
    }

    private static Integer workers(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new FailureException(
                    "DUCKBOARD_WORKERS is no number of workers: " + text + ".", "Set it to 1 or more, or unset it.");
        }
        return Integer.valueOf(text);
    }

    public boolean json() {
        return json;
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Returns the clock that determines the age of a lake's files. */
    public Clock clock() {
        return clock;
    }

    public Map<String, String> environment() {
        return environment;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** This does not use user.home, which follows the password file and not the HOME that a shell was given. */
    private Path defaultHome() {
        return Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")))
                .resolve(".duckboard");
    }
}
