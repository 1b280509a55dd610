package io.duckboard.audit;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that lines are written to, and the full ones before it. Each has lines of one day of UTC, and its number says
 * their order, whatever a clock does. A line is in it as a whole or not at all. Only the owner can read it.
 */
final class AuditFile {

    private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);

    private static final FileAttribute<Set<PosixFilePermission>> FOR_THE_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_FOR_THE_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private final String beginning;
    private final String end;
    private final Pattern full;
    private final long mostBytes;
    private final int kept;
    private Optional<LocalDate> day;

    private AuditFile(Path path, long mostBytes, int kept) throws IOException {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        this.path = path;
        this.beginning = dot > 0 ? name.substring(0, dot) : name;
        this.end = dot > 0 ? name.substring(dot) : "";
        this.full =
                Pattern.compile(Pattern.quote(beginning) + "-(\\d{6,9})-(\\d{4}-\\d\\d-\\d\\d)" + Pattern.quote(end));
        this.mostBytes = mostBytes;
        this.kept = kept;
        this.day = dayOfLines();
    }

    /**
     * @param mostBytes of one file
     * @param kept how many full files are kept
     * @throws FailureException if it cannot be written
     */
    static AuditFile open(Path path, long mostBytes, int kept) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, FOLDER_FOR_THE_OWNER);
            }
            var file = new AuditFile(path, mostBytes, kept);
            file.endLastLine();
            return file;
        } catch (IOException e) {
            throw new FailureException(
                    "The audit cannot be written to " + path + ": " + reason(e) + ".",
                    "Let Duckboard write there, or name another file in DUCKBOARD_AUDIT; off turns the audit off.",
                    e);
        }
    }

    /** Returns why nothing can be written or read, as the system says it. */
    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "Permission denied";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    Path path() {
        return path;
    }

    /**
     * @param line in ASCII, with its break
     * @throws IOException if it cannot be written; then nothing of it is in the file
     */
    synchronized void append(String line, LocalDate today) throws IOException {
        beginAnotherIfDue(line.length(), today);
        try (FileChannel channel = opened()) {
            long before = channel.size();
            try {
                var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                takeBack(channel, before, e);
                throw e;
            }
        }
        day = Optional.of(today);
    }

    /** Returns all files, the newest first. */
    synchronized List<Part> parts() throws IOException {
        List<Part> older = older();
        var current = new Part(number(older), path, day);
        return Files.exists(path)
                ? Stream.concat(Stream.of(current), older.stream()).toList()
                : older;
    }

    private FileChannel opened() throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), FOR_THE_OWNER);
    }

    private static void takeBack(FileChannel channel, long before, IOException failure) {
        try {
            channel.truncate(before);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** If the file cannot be put away, it goes on growing, since lines matter more than sizes. */
    private void beginAnotherIfDue(int more, LocalDate today) {
        try {
            long size = Files.exists(path) ? Files.size(path) : 0;
            if (size == 0 || (size + more <= mostBytes && day.equals(Optional.of(today)))) {
                return;
            }
            List<Part> older = older();
            String name = "%s-%06d-%s%s".formatted(beginning, number(older), day.orElse(today), end);
            Files.move(path, path.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
            for (Part forgotten : older.subList(Math.min(older.size(), kept - 1), older.size())) {
                Files.deleteIfExists(forgotten.path());
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be put away, and goes on growing: {}", path, e.toString());
        }
    }

    private static int number(List<Part> older) {
        return older.isEmpty() ? 1 : older.getFirst().number() + 1;
    }

    private List<Part> older() throws IOException {
        try (Stream<Path> siblings = Files.list(path.toAbsolutePath().getParent())) {
            return siblings.flatMap(sibling -> older(sibling).stream())
                    .sorted(Comparator.comparingInt(Part::number).reversed())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<Part> older(Path sibling) {
        Matcher name = full.matcher(sibling.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(sibling, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Part(Integer.parseInt(name.group(1)), sibling, Optional.of(LocalDate.parse(name.group(2)))));
        } catch (DateTimeParseException e) {
            LOG.debug("{} is somebody else's", sibling, e);
            return Optional.empty();
        }
    }

    /** Returns the day of the first line that was written before this start. */
    private Optional<LocalDate> dayOfLines() throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return Optional.empty();
        }
        try (var lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            return Optional.ofNullable(lines.readLine())
                    .flatMap(AuditJson::read)
                    .map(line -> LocalDate.ofInstant(line.at(), ZoneOffset.UTC));
        }
    }

    /** Where a crash has cut the last line, the next one begins on its own. */
    private void endLastLine() throws IOException {
        try (FileChannel channel = opened()) {
            if (Files.isRegularFile(path) && channel.size() > 0 && lastByte() != '\n') {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }

    private int lastByte() throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(file.length() - 1);
            return file.read();
        }
    }

    /**
     * One of the files.
     *
     * @param number greater than that of any older one; the file keeps it when it is full
     * @param day that all its lines are of, if it is known
     */
    record Part(int number, Path path, Optional<LocalDate> day) {}
}
