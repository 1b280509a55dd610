package io.duckboard.cli.terminal;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the SQL of a command comes from: its own text, a file, or standard input. */
public sealed interface SqlSource {

    /** @throws FailureException if it cannot be read */
    String read();

    record Text(String sql) implements SqlSource {
        @Override
        public String read() {
            return sql;
        }
    }

    record File(Path path) implements SqlSource {
        @Override
        public String read() {
            try (InputStream file = Files.newInputStream(path)) {
                return text(file, path.toString());
            } catch (NoSuchFileException e) {
                throw new FailureException("There is no file " + path + ".", "Name one that holds SQL.", e);
            } catch (IOException e) {
                throw new FailureException(
                        "The file " + path + " cannot be read (" + e.getMessage() + ").",
                        "Name one that holds SQL.",
                        e);
            }
        }
    }

    record Input(StandardInput input) implements SqlSource {
        @Override
        public String read() {
            try {
                return text(input.stream(), "Standard input");
            } catch (IOException e) {
                throw new FailureException(
                        "Standard input cannot be read (" + e.getMessage() + ").", "Give the SQL as an argument.", e);
            }
        }
    }

    private static String text(InputStream stream, String name) throws IOException {
        byte[] bytes = stream.readNBytes(Request.Query.MAX_SQL_BYTES + 1);
        if (bytes.length > Request.Query.MAX_SQL_BYTES) {
            throw new FailureException(name + " holds more than the 256 KiB of SQL allowed.", "Shorten the query.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FailureException(name + " is no text in UTF-8.", "Give SQL as text.", e);
        }
    }
}
