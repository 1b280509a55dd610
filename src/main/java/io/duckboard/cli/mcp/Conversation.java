package io.duckboard.cli.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages on standard input, a line each, and their answers on standard output, each as soon as it is there. */
record Conversation(InputStream in, PrintStream out) {

    /** Room for the longest SQL, however it is escaped. */
    private static final int MOST_CHARACTERS = 2 * 1024 * 1024;

    /**
     * Goes on until the other side closes its end, and then until all is answered.
     *
     * @throws IOException if a message is too long, or cannot be read
     */
    void hold(Function<String, Optional<String>> answer) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String message = next(reader); message != null; message = next(reader)) {
                String asked = message;
                if (!asked.isBlank()) {
                    threads.execute(() -> answer.apply(asked).ifPresent(this::write));
                }
            }
        }
    }

    private static @Nullable String next(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        for (; character >= 0 && character != '\n'; character = reader.read()) {
            if (line.length() == MOST_CHARACTERS) {
                throw new IOException("A message is longer than " + MOST_CHARACTERS + " characters.");
            }
            line.append((char) character);
        }
        return line.toString();
    }

    private void write(String message) {
        synchronized (out) {
            out.println(message);
            out.flush();
        }
    }
}
