package io.duckboard.board.folder;

import io.duckboard.board.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * A file below the folder of dashboards, as text.
 *
 * @param root the folder
 * @param path below it, with {@code /}
 * @param most bytes
 */
record TextFile(Path root, String path, long most) {

    /** What came of reading it. */
    sealed interface Outcome {

        record Read(String text) implements Outcome {}

        /** @param message why not, a sentence */
        record Refused(String message, String hint) implements Outcome {}
    }

    Outcome read() {
        try {
            Optional<Path> inside = inside();
            if (inside.isEmpty()) {
                return new Outcome.Refused(
                        Problems.quoted(path) + " is outside the folder of dashboards, and is not read.",
                        "Move it into the folder.");
            }
            if (!Files.isRegularFile(inside.get())) {
                return new Outcome.Refused("There is no file " + Problems.quoted(path) + ".", "");
            }
            if (Files.size(inside.get()) > most) {
                return new Outcome.Refused(
                        Problems.quoted(path) + " is larger than the " + most / 1024 + " KiB allowed.", "Split it up.");
            }
            String text = Files.readString(inside.get()).replace("\r\n", "\n");
            return new Outcome.Read(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            return new Outcome.Refused(Problems.quoted(path) + " is no UTF-8 text.", "Save it as UTF-8.");
        } catch (NoSuchFileException | InvalidPathException _) {
            return new Outcome.Refused("There is no file " + Problems.quoted(path) + ".", "");
        } catch (IOException _) {
            return new Outcome.Refused(Problems.quoted(path) + " could not be read.", "Check the rights of the file.");
        }
    }

    /** When and how large it is now; the same for all files that cannot be seen. */
    Stamp stamp() {
        try {
            return inside().filter(Files::isRegularFile).map(Stamp::of).orElse(Stamp.NONE);
        } catch (IOException | InvalidPathException | UncheckedIOException _) {
            return Stamp.NONE;
        }
    }

    /** The file itself, if no link and no {@code ..} leads out of the folder. */
    private Optional<Path> inside() throws IOException {
        Path real = root.resolve(path).toRealPath();
        return real.startsWith(root.toRealPath()) ? Optional.of(real) : Optional.empty();
    }

    /** What tells that a file has changed, without reading it. */
    record Stamp(long bytes, Instant modified) {

        static final Stamp NONE = new Stamp(-1, Instant.EPOCH);

        private static Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.size(), now.lastModifiedTime().toInstant());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
