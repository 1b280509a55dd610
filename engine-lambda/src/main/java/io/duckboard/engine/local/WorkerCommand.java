package io.duckboard.engine.local;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a worker. */
final class WorkerCommand {

    /** Of address space per MB of the function's memory; 3008 MB then give 3,000,000, under which DuckDB was measured. */
    private static final double KIB_PER_MB = 3_000_000.0 / 3008;

    /** Address space the JVM below takes before a handler does anything, with room to work in. */
    private static final long LEAST_KIB = 1_000_000;

    /** A small JVM that is up soon: DuckDB needs the memory, and a worker's life is too short for the second compiler. */
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            // The JVM would make most of it young, and touch all of that before it collects anything.
            "-Xmn24m",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            // The SDK's logging has nowhere to go in a worker; a command's terminal need not hear of it.
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
        // Passed over by any JVM but the one that made it.
        WorkerClassPath.cache(classPath).ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(function.jvmOptions());
        command.add("-cp");
        command.add(classPath);
        command.add(Worker.class.getName());
        return command;
    }

    /**
     * Standard output joins standard error: what a worker prints is log, never the output of a terminal command. On
     * Linux the address space is bounded, so that a query that needs too much fails alone.
     */
    private static List<String> shell(int memoryMb) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return List.of("/bin/sh", "-c", "exec \"$@\" 1>&2", "sh");
        }
        long kib = Math.max(LEAST_KIB, Math.round(memoryMb * KIB_PER_MB));
        return List.of("/bin/sh", "-c", "ulimit -v \"$0\"; exec \"$@\" 1>&2", Long.toString(kib));
    }
}
