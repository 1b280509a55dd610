package io.duckboard.lake.ownership;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A command in its own process, which is killed while it runs. */
record KilledCommand(Map<String, String> variables, Path home, Duration ahead, List<Place> written) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * @param traces the number of traces of writing after which it is killed; it ends by itself if it leaves fewer
     * @return the result, for people to read
     */
    String run(int traces, String... command) {
        try {
            Set<String> before = traces();
            var seen = new HashSet<String>();
            Process process = start(command);
            await().pollDelay(Duration.ZERO)
                    // Nothing is written while a JVM starts.
                    .pollInterval((polls, last) -> Duration.ofMillis(seen.isEmpty() ? 5 : 1))
                    .atMost(PATIENCE)
                    .until(() -> {
                        boolean ended = !process.isAlive();
                        traces().stream()
                                .filter(trace -> !before.contains(trace))
                                .forEach(seen::add);
                        return ended || seen.size() >= traces;
                    });
            process.destroyForcibly().waitFor();
            return "exit code " + process.exitValue() + " after " + seen.size() + " traces" + failure(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> traces() {
        return written.stream()
                .flatMap(place -> place.traces().stream().map(trace -> place.location() + " " + trace))
                .collect(Collectors.toSet());
    }

    private String failure(Process process) throws IOException {
        return process.exitValue() == 1 ? ": " + Files.readString(home.resolve("killed.log")) : "";
    }

    private Process start(String... command) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.library.path=" + System.getProperty("java.library.path", ""),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                CommandAhead.class.getName(),
                ahead.toString()));
        line.addAll(List.of(command));
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("killed.log").toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("DUCKBOARD_") || name.startsWith("AWS_"));
        process.environment().putAll(variables);
        process.environment().put("DUCKBOARD_HOME", home.resolve("killed").toString());
        return process.start();
    }
}
