package io.duckboard.engine.local;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a worker. */
final class WorkerCommand {

    /** Address space per MB of the function's memory. 3008 MB then give 3,000,000, which DuckDB was measured with. */
    private static final double KIB_PER_MB = 3_000_000.0 / 3008;

    /** Address space that the JVM below uses before a handler does anything, with room to work in. */
    private static final long LEAST_KIB = 1_000_000;

    /**
     * A small JVM that starts fast. DuckDB needs the memory, and a worker lives too briefly for the second compiler.
     */
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            // Otherwise the JVM would make most of the heap young, and touch all of that before it collects anything.
            "-Xmn24m",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // Compiles a method after a few calls and not after 200: one of an engine's first hundred answers takes
            // 4 ms and not 7, and the first of all takes no longer.
            "-XX:CompileThresholdScaling=0.03",
            "-XX:-UsePerfData",
            // The SDK's log has no destination in a worker, and should not appear in a command's terminal.
            "-Dslf4j.internal.verbosity=ERROR",
            "-Duser.timezone=UTC");

    private WorkerCommand() {}

    static List<String> of(WorkerFunction function, Path temporary) {
        List<String> command = new ArrayList<>(shell(function.memoryMb()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.library.path=" + System.getProperty("java.library.path", ""));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-XX:ErrorFile=" + temporary.resolve("hs_err.log"));
        String classPath = WorkerClassPath.find();
        // Every JVM except the one that made it ignores this file.
        WorkerClassPath.cache(classPath).ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(function.jvmOptions());
        command.add("-cp");
        command.add(classPath);
        command.add(Worker.class.getName());
        return command;
    }

    /**
     * Standard output is merged into standard error: what a worker prints is a log, and never the output of a terminal
     * command. A terminal sends Ctrl-C to workers too, and they have to answer what is under way before they end. A query
     * that fills every processor leaves the app its turns by {@code nice}, as on AWS, where they share no machine. On Linux
     * the address space is limited, so that a query that needs too much only makes itself fail.
     */
    private static List<String> shell(int memoryMb) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return List.of("/bin/sh", "-c", "trap '' INT; exec nice -n 5 \"$@\" 1>&2", "sh");
        }
        long kib = Math.max(LEAST_KIB, Math.round(memoryMb * KIB_PER_MB));
        return List.of(
                "/bin/sh", "-c", "trap '' INT; ulimit -v \"$0\"; exec nice -n 5 \"$@\" 1>&2", Long.toString(kib));
    }
}
