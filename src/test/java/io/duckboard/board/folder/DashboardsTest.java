package io.duckboard.board.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever listens hears which dashboards there are, and of each file that is saved, renamed or removed. */
class DashboardsTest {

    private static final String ONE = "title: %s\ntiles:\n  - {show: number, sql: SELECT 1}\n";

    @TempDir
    private Path root;

    private Dashboards dashboards;
    private final List<List<String>> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(root.resolve("a.yaml"), ONE.formatted("A"));
        dashboards = new Dashboards(root, Duration.ofMillis(1), Duration.ofMillis(1));
    }

    @Test
    void tellsWhichThereAreAndWhatIsSaved() throws IOException {
        Runnable stop = dashboards.onChange(this::hear);
        await().until(() -> heard.equals(List.of(List.of("A"))));

        Files.writeString(root.resolve("a.yaml"), ONE.formatted("Another"));
        await().until(() -> heard.getLast().equals(List.of("Another")));
        Files.writeString(root.resolve("b.yaml"), ONE.formatted("B"));
        await().until(() -> heard.getLast().equals(List.of("Another", "B")));
        Files.delete(root.resolve("a.yaml"));
        await().until(() -> heard.getLast().equals(List.of("B")));
        stop.run();
    }

    @Test
    void tellsALaterListenerAtOnce() {
        dashboards.all();

        dashboards.onChange(this::hear).run();

        assertThat(heard).containsExactly(List.of("A"));
    }

    @Test
    void watchesAgainAfterEverybodyHasLeft() throws IOException {
        dashboards.onChange(this::hear).run();
        await().until(() -> !dashboards.isWatched());
        heard.clear();

        Runnable stop = dashboards.onChange(this::hear);
        Files.writeString(root.resolve("b.yaml"), ONE.formatted("B"));

        await().until(() -> !heard.isEmpty() && heard.getLast().equals(List.of("A", "B")));
        stop.run();
    }

    @Test
    void findsADashboardByItsName() {
        assertThat(dashboards.named("a")).isPresent();
        assertThat(dashboards.named("b")).isEmpty();
    }

    private void hear(List<FolderDashboard> now) {
        heard.add(now.stream()
                .flatMap(dashboard -> dashboard.shown().stream())
                .map(dashboard -> dashboard.title())
                .toList());
    }
}
