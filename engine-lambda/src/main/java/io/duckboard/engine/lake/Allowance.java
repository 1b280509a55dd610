package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.journal.KeptFiles.Kept;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The limits for one whole answer.
 *
 * @param each the maximum size of one answer in bytes
 * @param kept the maximum size in bytes of all kept answers, including this one
 * @param already the size in bytes of the kept answers without this one
 * @param disk the disk that it is written to
 */
record Allowance(long each, long kept, Kept already, Disk disk) {

    /** Someone who keeps using up a tenth of the free space is stopped before the disk is full. */
    private static final int PART_OF_FREE_SPACE = 10;

    /** Roughly as much as a function can upload in a minute. */
    private static final long EACH_ON_S3 = 10_000_000_000L;

    /** More than the number of workers of a machine. */
    private static final int PART_UNCOUNTED = 100;

    private static final long MEGABYTE = 1_000_000;

    static Allowance inFolder(ResultBounds bounds, Kept already, Disk disk) {
        long free = disk.space().free();
        return new Allowance(
                bounds.each().orElse(free / PART_OF_FREE_SPACE),
                // The space of kept answers was free before, so adding it keeps the limit constant while answers
                // arrive.
                bounds.kept().orElse((free + already.bytes()) / PART_OF_FREE_SPACE),
                already,
                disk);
    }

    /** The bucket's lifecycle removes what is kept there. Adding it up would cost requests. */
    static Allowance onS3(ResultBounds bounds, Disk temporary) {
        return new Allowance(bounds.each().orElse(EACH_ON_S3), Long.MAX_VALUE, Kept.NOTHING, temporary);
    }

    /** The same limits with this much kept already. */
    Allowance beside(Kept now) {
        return new Allowance(each, kept, now, disk);
    }

    /** @throws LakeException if it is too much */
    static void refuse(Optional<Problem> excess) throws LakeException {
        if (excess.isPresent()) {
            throw new LakeException(excess.get());
        }
    }

    /**
     * Whether so little is kept that it need not be counted again, even if other workers have each added as much since.
     */
    boolean isAmple(long bytes) {
        return already.bytes() + bytes < kept / PART_UNCOUNTED;
    }

    /** The reason why this many bytes on the disk are too many; empty if they are not. */
    Optional<Problem> excess(long bytes) {
        Optional<Problem> tooMany = excessOfBounds(bytes);
        return tooMany.isPresent() ? tooMany : shortage();
    }

    /** The same, wherever the bytes are. */
    Optional<Problem> excessOfBounds(long bytes) {
        if (bytes > each) {
            return problem(
                    "The whole answer is larger than the " + size(each) + " that one may take.",
                    "Ask for less: fewer columns, fewer days, or an aggregate. " + setting(ResultBounds.EACH));
        }
        if (already.bytes() + bytes > kept) {
            return problem(
                    "There is no room for the whole answer: those that are kept take " + size(already.bytes())
                            + ", and all together may take " + size(kept) + ".",
                    already.firstEnd()
                                    .map(end -> "The first of them ends at "
                                            + end.truncatedTo(ChronoUnit.SECONDS)
                                                    .toString()
                                                    .replaceAll("[TZ]", " ")
                                            + "UTC. ")
                                    .orElse("Ask for less. ")
                            + setting(ResultBounds.KEPT));
        }
        return Optional.empty();
    }

    private Optional<Problem> shortage() {
        Disk.Space space = disk.space();
        return space.free() < space.reserved()
                ? problem(
                        "There is no room for the whole answer: the disk it is written to has " + size(space.free())
                                + " left, and answers leave " + size(space.reserved()) + " of it free.",
                        "Make room on that disk, or ask for less.")
                : Optional.empty();
    }

    private static Optional<Problem> problem(String message, String hint) {
        return Optional.of(Problem.of(ErrorCode.RESULT_TOO_LARGE, message, hint));
    }

    private static String setting(String variable) {
        return variable + ", where the engine is started, says how much.";
    }

    private static String size(long bytes) {
        return bytes < MEGABYTE
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1_000.0)
                : new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
                                .format(bytes / 1_000_000.0)
                        + " MB";
    }
}
