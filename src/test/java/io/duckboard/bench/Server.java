package io.duckboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that serves pages, in its own process. */
record Server(Process process, String address) {

    /**
     * Starts the program and returns when it says where it serves.
     *
     * @param ready its line that says so; the first group is the address
     * @throws IllegalStateException with the last line of output, if the program ends before that
     */
    static Server start(ProcessBuilder program, Pattern ready) throws IOException {
        Process process = program.redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        String last = "It said nothing.";
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher served = ready.matcher(line);
            if (served.matches()) {
                Thread.ofVirtual().start(() -> drain(process));
                return new Server(process, served.group(1));
            }
            last = line;
        }
        throw new IllegalStateException(program.command().getFirst() + " did not start. " + last);
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Reads the program's output. One that logs each query would block if nobody read the log. */
    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process has ended, and so has its output.
        }
    }
}
