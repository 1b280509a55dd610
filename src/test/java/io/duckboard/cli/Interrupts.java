package io.duckboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes sure that Ctrl-C reaches the processes that a test starts. A shell makes the background processes of a script
 * ignore SIGINT, and each process passes this on to the processes that it starts. The same happens to these tests if
 * they are started in that way.
 */
final class Interrupts {

    private static final Path OF_THIS_PROCESS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";

    /** The bits count from zero, so bit 1 is signal 2. */
    private static final long SIGINT = 1 << 1;

    /** This command is part of GNU coreutils. */
    private static final List<String> BY_DEFAULT = List.of("env", "--default-signal=INT");

    private Interrupts() {}

    /** Returns the command, with a prefix that stops it from ignoring SIGINT if one is needed. */
    static List<String> heededBy(List<String> command) throws IOException {
        if (!Files.exists(OF_THIS_PROCESS) || !areIgnoredIn(Files.readAllLines(OF_THIS_PROCESS))) {
            return command;
        }
        return heededWhereverStarted(command);
    }

    static List<String> heededWhereverStarted(List<String> command) {
        var heeded = new ArrayList<>(BY_DEFAULT);
        heeded.addAll(command);
        return List.copyOf(heeded);
    }

    /** @param status the status of a process as Linux reports it, with one fact on each line */
    static boolean areIgnoredIn(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(IGNORED))
                .map(line -> line.substring(IGNORED.length()).strip())
                .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0);
    }
}
