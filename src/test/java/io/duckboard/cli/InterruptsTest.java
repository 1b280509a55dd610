package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tests of Ctrl-C pass wherever they are started from. */
@Tag("process")
class InterruptsTest {

    private static final List<String> LONG = List.of("sleep", "60");

    @Test
    void seesWhetherAProcessIgnoresThem() {
        assertThat(Interrupts.areIgnoredIn(List.of("SigBlk:\t0000000000000002", "SigIgn:\t0000000000000006")))
                .isTrue();
        assertThat(Interrupts.areIgnoredIn(List.of("SigBlk:\t0000000000000002", "SigIgn:\t8000000000001004")))
                .isFalse();
    }

    @Test
    void reachWhatIsStartedWhereTheyAreIgnored() throws Exception {
        Process process = startIgnoring(Interrupts.heededWhereverStarted(LONG));

        awaitTheProgram(process, "sleep");
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("ended by signal 2").isEqualTo(128 + 2);
    }

    private static void awaitTheProgram(Process process, String name) {
        await().until(() -> process.info().command().orElse("").endsWith(name));
    }

    /** Starts a process as a shell starts the background processes of a script. */
    private static Process startIgnoring(List<String> command) throws IOException {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        line.addAll(command);
        return new ProcessBuilder(line).start();
    }
}
