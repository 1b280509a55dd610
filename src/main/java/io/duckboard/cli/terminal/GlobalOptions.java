package io.duckboard.cli.terminal;

import io.duckboard.client.EngineTarget;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QuerySettings;
import io.duckboard.client.TransformEngine;
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

/** What every command takes: which lake, which engine, and how to print. An option wins over its variable. */
public final class GlobalOptions {

    /** The query function's own limit. */
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

    /** @throws FailureException if what was named is no lake */
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

    /** Whether somebody named a lake, rather than taking the one in the home. */
    public boolean namesLake() {
        return lake != null || variable("DUCKBOARD_LAKE").isPresent();
    }

    /** Absent where the engine runs on this machine. */
    public Optional<String> function() {
        return Optional.ofNullable(function).or(() -> variable("DUCKBOARD_FUNCTION"));
    }

    /**
     * Which engine to ask. To be closed.
     *
     * @throws FailureException if there is none and none can be started
     */
    public EngineTarget<QueryEngine> openEngine() {
        return EngineTarget.open(querySettings());
    }

    /**
     * What builds models. To be closed.
     *
     * @param rise whether an engine of the command's own may raise the catalog's format; another's decides itself
     * @throws FailureException if there is nothing and nothing can be started
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

    /** What decides how old a lake's files are. */
    public Clock clock() {
        return clock;
    }

    public Map<String, String> environment() {
        return environment;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Not user.home, which follows the password file and not the HOME that a shell was given. */
    private Path defaultHome() {
        return Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")))
                .resolve(".duckboard");
    }
}
