package io.duckboard.engine.lake;

import java.nio.file.Path;

/** The disk that whole answers are written to. */
public interface Disk {

    /** As it is now. */
    Space space();

    /** That of a folder. */
    static Disk of(Path folder) {
        return new OfFolder(folder);
    }

    /**
     * @param free bytes that this process may still write
     * @param whole bytes it has in all
     */
    record Space(long free, long whole) {

        /** So much that nothing is short of it, and can still be added up. */
        private static final long UNKNOWN = Long.MAX_VALUE / 2;

        /** What file systems keep for their administrator by old custom is a twentieth. */
        private static final int RESERVED_PART = 20;

        /** What a machine's logs, and queries that put rows aside, write meanwhile is some hundred megabytes. */
        private static final long MOST_RESERVED = 1_000_000_000;

        /** Bytes that no answer may take, for all else that needs the disk. */
        long reserved() {
            return Math.min(whole / RESERVED_PART, MOST_RESERVED);
        }
    }

    /** By the system's own count. Files.getFileStore would have to find the mount, which some containers hide. */
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
