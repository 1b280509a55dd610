package io.duckboard.engine.lake;

import java.nio.file.Path;

/** The disk that whole answers are written to. */
public interface Disk {

    /** The state of the disk now. */
    Space space();

    /** The disk of a folder. */
    static Disk of(Path folder) {
        return new OfFolder(folder);
    }

    /**
     * @param free the bytes that this process may still write
     * @param whole the size of the disk in bytes
     */
    record Space(long free, long whole) {

        /** Large enough that nothing runs short, and small enough that sums do not overflow. */
        private static final long UNKNOWN = Long.MAX_VALUE / 2;

        /** File systems traditionally reserve a twentieth for their administrator. */
        private static final int RESERVED_PART = 20;

        /** A machine's logs and queries that spill write some hundred megabytes meanwhile. */
        private static final long MOST_RESERVED = 1_000_000_000;

        /** Bytes that no answer may use because everything else needs the disk too. */
        long reserved() {
            return Math.min(whole / RESERVED_PART, MOST_RESERVED);
        }
    }

    /** Uses the system's own count. Files.getFileStore would have to find the mount, which some containers hide. */
    record OfFolder(Path folder) implements Disk {
        @Override
        public Space space() {
            long whole = folder.toFile().getTotalSpace();
            return whole == 0
                    ? new Space(Space.UNKNOWN, Space.UNKNOWN)
                    : new Space(folder.toFile().getUsableSpace(), whole);
        }
    }
}
