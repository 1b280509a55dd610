package io.duckboard.board.folder;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dashboards of the app. As long as anybody listens, the folder is looked at again and again. */
public final class Dashboards {

    private static final Logger LOG = LoggerFactory.getLogger(Dashboards.class);

    /** What is saved is to be seen within a second. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    /** The first page that is opened after a start has something better to do. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final Path root;
    private final Duration firstPause;
    private final Duration pause;
    private final DashboardFolder folder;
    private final List<Consumer<List<FolderDashboard>>> listeners = new CopyOnWriteArrayList<>();
    private final Object looking = new Object();
    private volatile List<FolderDashboard> known = List.of();
    private volatile boolean isKnown;
    private boolean isWatched;

    public Dashboards(Path root) {
        this(root, FIRST_PAUSE, PAUSE);
    }

    Dashboards(Path root, Duration firstPause, Duration pause) {
        this.root = root;
        this.firstPause = firstPause;
        this.pause = pause;
        this.folder = new DashboardFolder(root);
    }

    /** Where somebody would put a dashboard. */
    public Path root() {
        return root;
    }

    /** Reads what has changed. If the folder cannot be read, they are those that were there before. */
    public List<FolderDashboard> all() {
        synchronized (looking) {
            try {
                known = folder.dashboards();
                isKnown = true;
            } catch (UncheckedIOException e) {
                LOG.warn("the folder of dashboards {} could not be read", root, e);
            }
            return known;
        }
    }

    /** The dashboard of this name, as its file is now. */
    public Optional<FolderDashboard> named(String name) {
        return in(all(), name);
    }

    /** The first dashboard of this name; another of the same name is none. */
    public static Optional<FolderDashboard> in(List<FolderDashboard> dashboards, String name) {
        return dashboards.stream()
                .filter(dashboard -> dashboard.name().name().equals(name))
                .findFirst();
    }

    /**
     * Tells the listener which dashboards there are: now, if that is known, and whenever it changes, on a thread of its
     * own. The returned action removes the listener.
     */
    public Runnable onChange(Consumer<List<FolderDashboard>> listener) {
        listeners.add(listener);
        if (isKnown) {
            listener.accept(known);
        }
        watch();
        return () -> listeners.remove(listener);
    }

    private void watch() {
        synchronized (listeners) {
            if (!isWatched) {
                isWatched = true;
                Thread.ofVirtual().name("dashboards").start(this::lookAgain);
            }
        }
    }

    private void lookAgain() {
        try {
            Thread.sleep(isKnown ? pause : firstPause);
            // What a page has read meanwhile was told to that page alone.
            Optional<List<FolderDashboard>> told = Optional.empty();
            while (isListenedTo()) {
                Optional<List<FolderDashboard>> now = Optional.of(all());
                if (!now.equals(told)) {
                    told = now;
                    listeners.forEach(listener -> now.ifPresent(listener));
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isWatched() {
        synchronized (listeners) {
            return isWatched;
        }
    }

    private boolean isListenedTo() {
        synchronized (listeners) {
            isWatched = !listeners.isEmpty();
            return isWatched;
        }
    }
}
