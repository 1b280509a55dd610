package io.duckboard.cli.query;

import io.duckboard.cli.terminal.Interruption;
import io.duckboard.client.QueryEngine;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.ResultFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/**
 * A file that a whole answer is written to. It is written under another name and then moved, so that it is either
 * complete or absent.
 */
record WholeAnswer(Path file, Format format) {

    private static final String HINT = "Name another file with --out.";

    /** Checks that the file can be written, before the query is run and paid for. */
    void check() {
        Path folder = folder();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FailureException(file + " is no regular file and cannot be replaced.", HINT);
        }
        if (!Files.isDirectory(folder)) {
            throw new FailureException("There is no folder " + folder + ".", HINT);
        }
        if (!Files.isWritable(folder)) {
            throw new FailureException("Nothing can be written in " + folder + ".", HINT);
        }
    }

    void fetch(QueryEngine engine, ResultFile result, Interruption interruption) {
        Path part = folder().resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try (var _ = interruption.meanwhile(() -> remove(part))) {
            try {
                write(engine, result, part);
                Files.move(part, target(), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                remove(part);
            }
        } catch (IOException e) {
            throw new FailureException(
                    "The answer was not written to " + file + ": " + e.getMessage(), "Nothing is left of it there.", e);
        }
    }

    private void write(QueryEngine engine, ResultFile result, Path part) throws IOException {
        try (InputStream answer = engine.open(result);
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
            if (format == Format.JSON && !isLines()) {
                asArray(answer, out);
            } else {
                answer.transferTo(out);
            }
        }
    }

    private boolean isLines() {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    /** Turns lines of JSON into an array. JSON has no line feeds inside a line, so every line feed ends a record. */
    private static void asArray(InputStream lines, OutputStream out) throws IOException {
        var array = new BufferedOutputStream(out, 1 << 16);
        byte[] buffer = new byte[1 << 16];
        String between = "[\n";
        boolean atStart = true;
        for (int read = lines.read(buffer); read >= 0; read = lines.read(buffer)) {
            for (int at = 0; at < read; at++) {
                if (buffer[at] == '\n') {
                    atStart = true;
                    continue;
                }
                if (atStart) {
                    array.write(between.getBytes(StandardCharsets.US_ASCII));
                    between = ",\n";
                    atStart = false;
                }
                array.write(buffer[at]);
            }
        }
        array.write((between.equals(",\n") ? "\n]\n" : "[]\n").getBytes(StandardCharsets.US_ASCII));
        array.flush();
    }

    /** Returns the file that a link leads to, or the file itself. */
    private Path target() throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }

    private Path folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
