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
 * The one folder that an engine's DuckDB may write to, of a name that no other engine has: below
 * {@link LakeLayout#STAGING} lies the work of others. The first query that needs it makes it, nobody else of the machine may
 * look into it, it is empty between queries, and its record is held: so whoever sees this process dead knows that it may go.
 */
public final class QueryRoom implements AutoCloseable {

    /** By which a worker is told its room's name: the first random bits that a JVM draws take it 60 ms. */
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

    /** Where it is, be it there yet or not. */
    public Path folder() {
        return root.resolve(LakeLayout.STAGING).resolve(name.toString());
    }

    /** Makes it, if it is not there. To make one for each query would double the time of small answers on some disks. */
    synchronized void enter() throws IOException {
        HeldFolder entered = held;
        if (entered != null && !Files.isDirectory(entered.folder())) {
            // Somebody has removed the lake, and made another in its place.
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

    /** The last one to leave clears it. */
    synchronized void leave() throws IOException {
        guests--;
        if (guests == 0 && held != null) {
            held.clear();
        }
    }

    /** Removes it, between queries; the next one makes it anew. */
    @Override
    public synchronized void close() throws IOException {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
