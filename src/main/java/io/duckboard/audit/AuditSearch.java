package io.duckboard.audit;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Looks through the audit's files, from the newest line to the oldest, without ever having many lines in memory. */
public final class AuditSearch {

    /** A page waits for it: half a second or so. */
    private static final long MOST_BYTES = 32_000_000;

    private final Optional<AuditFile> file;

    AuditSearch(Optional<AuditFile> file) {
        this.file = file;
    }

    /**
     * Finds lines, the newest first.
     *
     * @param from where an earlier search has stopped; empty for the newest
     * @throws IOException if a file cannot be read
     */
    public Found find(AuditFilter filter, Optional<Mark> from, int most) throws IOException {
        List<AuditLine> found = new ArrayList<>();
        long[] read = {0};
        Optional<Mark> end = walk(filter, from, (line, bytes) -> {
            line.filter(filter::finds).ifPresent(found::add);
            read[0] += bytes;
            return found.size() < most && read[0] < MOST_BYTES;
        });
        return new Found(found, end);
    }

    /**
     * Passes all lines that are found to the reader, the newest first.
     *
     * @throws IOException if a file cannot be read, or by the reader
     */
    public void each(AuditFilter filter, Reader reader) throws IOException {
        Optional<Mark> from = Optional.empty();
        do {
            Found found = find(filter, from, 1_000);
            for (AuditLine line : found.lines()) {
                reader.read(line);
            }
            from = found.end();
        } while (from.isPresent());
    }

    /**
     * @param step receives each line, or nothing where it cannot be read, and its bytes; returns whether to go on
     * @return where it has stopped; empty at the end of all
     */
    private Optional<Mark> walk(AuditFilter filter, Optional<Mark> from, BiPredicate<Optional<AuditLine>, Integer> step)
            throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        for (AuditFile.Part part : file.get().parts()) {
            if (from.filter(mark -> part.number() > mark.part()).isEmpty() && filter.mayBeOf(part.day())) {
                long before = from.filter(mark -> part.number() == mark.part())
                        .map(Mark::before)
                        .orElse(Long.MAX_VALUE);
                Optional<Mark> stopped = walk(part, before, step);
                if (stopped.isPresent()) {
                    return stopped;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Mark> walk(AuditFile.Part part, long before, BiPredicate<Optional<AuditLine>, Integer> step)
            throws IOException {
        try (LinesBackwards lines = LinesBackwards.open(part.path(), before)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                String text = line.get().text();
                if (!step.test(AuditJson.read(text), text.length())) {
                    return Optional.of(new Mark(part.number(), line.get().begin()));
                }
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            // It has been forgotten meanwhile, as the oldest one.
            return Optional.empty();
        }
    }

    /**
     * Where a search has stopped.
     *
     * @param part the number of the file
     * @param before the byte at which the last line begins that was read
     */
    public record Mark(int part, long before) {}

    /** @param end where the search can go on; empty if there is nothing older */
    public record Found(List<AuditLine> lines, Optional<Mark> end) {
        public Found {
            lines = List.copyOf(lines);
        }
    }

    /** Receives lines. */
    @FunctionalInterface
    public interface Reader {
        void read(AuditLine line) throws IOException;
    }
}
