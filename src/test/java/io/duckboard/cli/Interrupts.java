package io.duckboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether Ctrl-C reaches what a test starts. A shell has what it starts in a script's background ignore SIGINT, and each
 * process leaves that to those it starts itself: so do these tests, when they are run there.
 */
final class Interrupts {

    private static final Path OF_THIS_PROCESS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";

    /** Bit 1 is signal 2. */
    private static final long SIGINT = 1 << 1;

    /** Of GNU's coreutils. */
    private static final List<String> BY_DEFAULT = List.of("env", "--default-signal=INT");

    private Interrupts() {}

    /** The command with the words in front, if any, by which it does not ignore them. */
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

    /** @param status as Linux tells of a process, a line a fact */
    static boolean areIgnoredIn(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(IGNORED))
                .map(line -> line.substring(IGNORED.length()).strip())
                .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0);
    }
}
