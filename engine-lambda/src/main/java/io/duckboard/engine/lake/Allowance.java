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
 * What one whole answer may take.
 *
 * @param each bytes of it
 * @param kept bytes of all that are kept, with it
 * @param already what is kept without it
 * @param disk that it is written to
 */
record Allowance(long each, long kept, Kept already, Disk disk) {

    /** Whoever empties a tenth of the free space again and again comes to an end before the disk does. */
    private static final int PART_OF_FREE_SPACE = 10;

    /** As much as a function's minute can upload, by and large. */
    private static final long EACH_ON_S3 = 10_000_000_000L;

    /** More than a machine has workers. */
    private static final int PART_UNCOUNTED = 100;

    private static final long MEGABYTE = 1_000_000;

    static Allowance inFolder(ResultBounds bounds, Kept already, Disk disk) {
        long free = disk.space().free();
        return new Allowance(
                bounds.each().orElse(free / PART_OF_FREE_SPACE),
                // What is kept was free before: so the bound stays where it is while answers come.
                bounds.kept().orElse((free + already.bytes()) / PART_OF_FREE_SPACE),
                already,
                disk);
    }

    /** What is kept there, the bucket's lifecycle ends; to add it up would cost requests. */
    static Allowance onS3(ResultBounds bounds, Disk temporary) {
        return new Allowance(bounds.each().orElse(EACH_ON_S3), Long.MAX_VALUE, Kept.NOTHING, temporary);
    }

    /** The same beside what is kept by now. */
    Allowance beside(Kept now) {
        return new Allowance(each, kept, now, disk);
    }

    /** @throws LakeException for what is too much */
    static void refuse(Optional<Problem> excess) throws LakeException {
        if (excess.isPresent()) {
            throw new LakeException(excess.get());
        }
    }

    /** Whether so little is kept that it need not be counted anew: other workers may have added as much each since. */
    boolean isAmple(long bytes) {
        return already.bytes() + bytes < kept / PART_UNCOUNTED;
    }

    /** Why so many bytes on the disk are too many; empty if they are not. */
    Optional<Problem> excess(long bytes) {
        Optional<Problem> tooMany = excessOfBounds(bytes);
        return tooMany.isPresent() ? tooMany : shortage();
    }

    /** The same, wherever they lie. */
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
