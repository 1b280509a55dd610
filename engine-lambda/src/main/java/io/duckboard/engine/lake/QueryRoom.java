package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.journal.HeldFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The only folder that an engine's DuckDB may write to. No other engine has a room of the same name; other engines'
 * work is also below {@link LakeLayout#STAGING}. The first query that needs the room makes it. No other user of the
 * machine may read it, and it is empty between queries. The process holds its record, so that others may remove the
 * room once the process is dead.
 */
public final class QueryRoom implements AutoCloseable {

    /** The variable that tells a worker its room's name. The first random bits that a JVM draws take it 60 ms. */
    public static final String VARIABLE = "DUCKBOARD_ROOM";

    private final Path root;
    private final UUID name;
    private final Clock clock;
    private int guests;
    private @Nullable HeldFolder held;

    /**
     * @param root of the lake or its workspace
     * @param name 128 random bits
     */
    public QueryRoom(Path root, UUID name, Clock clock) {
        this.root = root;
        this.name = name;
        this.clock = clock;
    }

    /** The path, whether or not the room exists yet. */
    public Path folder() {
        return root.resolve(LakeLayout.STAGING).resolve(name.toString());
    }

    /**
     * Makes the room if it does not exist. Making one for each query would double the time of small answers on some
     * disks.
     */
    synchronized void enter() throws IOException {
        HeldFolder entered = held;
        if (entered != null && !Files.isDirectory(entered.folder())) {
            // Somebody has removed the lake and made another in its place.
            entered.close();
            entered = null;
        }
        if (entered == null) {
            entered = HeldFolder.named(name, root, clock);
            held = entered;
            OwnerOnly.folder(entered.folder());
        }
        guests++;
    }

    /** The last one to leave empties the room. */
    synchronized void leave() throws IOException {
        guests--;
        if (guests == 0 && held != null) {
            held.clear();
        }
    }

    /** Removes the room between queries; the next query makes it again. */
    @Override
    public synchronized void close() throws IOException {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
