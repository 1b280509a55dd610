package io.duckboard.engine.bench;

import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.ColdStart;
import io.duckboard.engine.local.Worker;
import io.duckboard.engine.local.testing.UnpackedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query function's package, started anew for each call. Uses the worker's own client of the Runtime API: AWS's client
 * costs the same for anything that runs in Java.
 */
public final class PackagedWorker {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final UnpackedPackage unpacked;
    private final Path temporary;

    /** @param temporary an empty folder */
    public PackagedWorker(Path temporary) throws IOException {
        this.unpacked = UnpackedPackage.into(temporary.resolve("task"));
        this.temporary = temporary;
    }

    Path httpfs() {
        return unpacked.root().resolve("lib/httpfs.duckdb_extension");
    }

    /**
     * Starts it by its wrapper, as Lambda does.
     *
     * @return ms to the answer
     */
    public double start(Map<String, String> variables, byte[] event) throws IOException, InterruptedException {
        return start(List.of(unpacked.root().resolve("exec-wrapper").toString(), JAVA), variables, event);
    }

    /** The same with the wrapper's options but for the shared archive, which is another kind of cache. */
    double startWithCache(String option, Path cache, Map<String, String> variables, byte[] event)
            throws IOException, InterruptedException {
        return start(
                List.of(
                        JAVA,
                        "-XX:" + option + "=" + cache,
                        "-Xmx256m",
                        "-XX:CompressedClassSpaceSize=64m",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=0.03",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED"),
                variables,
                event);
    }

    private double start(List<String> java, Map<String, String> variables, byte[] event)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(java);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(jars());
        command.add(Worker.class.getName());
        Map<String, String> environment = new HashMap<>(unpacked.environment(QueryHandler.class.getName()));
        environment.putAll(variables);
        return ColdStart.time(command, environment, event);
    }

    private String jars() throws IOException {
        try (Stream<Path> files = Files.list(unpacked.root().resolve("lib"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }
}
