package io.duckboard.board.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duckboard.board.Dashboard;
import io.duckboard.board.FileProblem;
import io.duckboard.board.Tile;
import io.duckboard.engine.testing.Attack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder has the dashboards of its files as they are now, and nothing from outside of it. */
class DashboardFolderTest {

    private static final String ONE = "title: %s\ntiles:\n  - {show: number, sql: SELECT 1}\n";

    @TempDir
    private Path outside;

    private Path root;
    private DashboardFolder folder;

    @BeforeEach
    void begin() throws IOException {
        root = Files.createDirectory(outside.resolve("dashboards"));
        folder = new DashboardFolder(root);
    }

    @Test
    void isEmptyIfThereIsNone() {
        assertThat(new DashboardFolder(root.resolve("none")).dashboards()).isEmpty();
    }

    @Test
    void hasThemByFolder() throws IOException {
        write("b.yaml", ONE.formatted("B"));
        write("sales/eu/a.yaml", ONE.formatted("A"));
        write(".hidden/c.yaml", ONE.formatted("C"));
        write("notes.txt", "x");

        assertThat(folder.dashboards())
                .extracting(dashboard -> dashboard.name().folder(), dashboard -> title(dashboard))
                .containsExactly(tuple("", "B"), tuple("sales/eu", "A"));
    }

    @Test
    void readsAFileAgainWhenItHasChanged() throws IOException {
        write("a.yaml", ONE.formatted("First"));
        FolderDashboard first = folder.dashboards().getFirst();
        assertThat(folder.dashboards().getFirst().now()).isSameAs(first.now());

        write("a.yaml", ONE.formatted("Second"));

        assertThat(title(folder.dashboards().getFirst())).isEqualTo("Second");
    }

    @Test
    void noticesAChangeOfTheSameLength() throws IOException {
        Path file = write("a.yaml", ONE.formatted("One"));
        folder.dashboards();
        write("a.yaml", ONE.formatted("Two"));
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 1000));

        assertThat(title(folder.dashboards().getFirst())).isEqualTo("Two");
    }

    @Test
    void readsADashboardAgainWhenItsSqlHasChangedOrCome() throws IOException {
        write("sales/a.yaml", "title: A\ntiles:\n  - {show: number, sql: a.sql}\n");
        assertThat(errors()).singleElement().asString().startsWith("sales/a.yaml:3:25: error: There is no file");

        write("sales/a.sql", "SELECT 1");
        assertThat(errors()).isEmpty();
        write("sales/a.sql", "SELECT 12");

        assertThat(folder.dashboards().getFirst().shown().orElseThrow().tiles().getFirst())
                .isInstanceOfSatisfying(
                        Tile.Query.class, tile -> assertThat(tile.sql().text()).isEqualTo("SELECT 12"));
    }

    @Test
    void keepsWhatItShowedWhileTheFileIsNoDashboard() throws IOException {
        write("a.yaml", ONE.formatted("Good"));
        folder.dashboards();
        write("a.yaml", "title: [");

        FolderDashboard dashboard = folder.dashboards().getFirst();
        assertThat(title(dashboard)).isEqualTo("Good");
        assertThat(dashboard.isEarlier()).isTrue();
        assertThat(dashboard.now().hasErrors()).isTrue();

        write("a.yaml", ONE.formatted("Better"));
        assertThat(title(folder.dashboards().getFirst())).isEqualTo("Better");
    }

    @Test
    void forgetsADashboardWhoseFileIsGone() throws IOException {
        Path file = write("a.yaml", ONE.formatted("A"));
        folder.dashboards();
        Files.delete(file);

        assertThat(folder.dashboards()).isEmpty();
    }

    @Test
    void refusesTheSecondOfOneName() throws IOException {
        write("a/Sales.yaml", ONE.formatted("First"));
        write("b/sales.yaml", ONE.formatted("Second"));

        assertThat(folder.dashboards())
                .extracting(dashboard -> title(dashboard))
                .containsExactly("First", "");
        assertThat(errors())
                .containsExactly("b/sales.yaml:1:1: error: A dashboard of this name is there already: a/Sales.yaml."
                        + " Rename one of the files.");
    }

    @Test
    void saysWhichFilesCannotBeDashboards() throws IOException {
        write("my board.yaml", ONE);
        write("other.yml", ONE);
        Files.write(root.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0});
        Files.write(root.resolve("large.yaml"), new byte[5_000_000]);

        assertThat(errors())
                .containsExactly(
                        "binary.yaml:1:1: error: “binary.yaml” is no UTF-8 text. Save it as UTF-8.",
                        "large.yaml:1:1: error: “large.yaml” is larger than the 1024 KiB allowed. Split it up.",
                        "my board.yaml:1:1: error: “my board” cannot stand in an address. Rename the file: letters,"
                                + " digits, - and _, at most 64 of them.",
                        "other.yml:1:1: error: The file ends in .yml, and is not read. Call it .yaml.");
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.yaml"), ONE.formatted("Secret"));
        Files.createSymbolicLink(root.resolve("a.yaml"), secret);
        Files.createSymbolicLink(root.resolve("folder"), outside);

        assertThat(errors())
                .containsExactly("a.yaml:1:1: error: “a.yaml” is outside the folder of dashboards, and is not read."
                        + " Move it into the folder.");
    }

    @Test
    void followsALinkWithinTheFolder() throws IOException {
        write(".data/a.yaml", ONE.formatted("A"));
        Files.createSymbolicLink(root.resolve("a.yaml"), Path.of(".data/a.yaml"));

        assertThat(folder.dashboards())
                .extracting(dashboard -> title(dashboard))
                .containsExactly("A");
    }

    @Attack("A dashboard takes its SQL from outside its folder, by a path or a link")
    @ParameterizedTest
    @ValueSource(strings = {"../secret.sql", "/etc/secret.sql", "linked.sql", "a/../../secret.sql"})
    void readsNoSqlFromOutside(String name) throws IOException {
        Files.writeString(outside.resolve("secret.sql"), "SELECT 'secret'");
        Files.createDirectory(root.resolve("a"));
        Files.createSymbolicLink(root.resolve("linked.sql"), outside.resolve("secret.sql"));
        write("a.yaml", "title: A\ntiles:\n  - {show: number, sql: " + name + "}\n");

        assertThat(errors()).singleElement().asString().containsAnyOf("is outside the folder", "There is no file");
        assertThat(folder.dashboards().getFirst().shown().orElseThrow().tiles())
                .hasExactlyElementsOfTypes(Tile.Broken.class);
    }

    @Test
    void saysWhichSqlFileWasMeantAndWhichAreTooLarge() throws IOException {
        write("orders.sql", "SELECT 1");
        write("large.sql", "SELECT '" + "x".repeat(300_000) + "'");
        write("a.yaml", "title: A\ntiles:\n  - {show: number, sql: order.sql}\n  - {show: number, sql: large.sql}\n");

        assertThat(errors())
                .containsExactly(
                        "a.yaml:3:25: error: There is no file “order.sql”. Did you mean “orders.sql”?"
                                + " Beside the dashboard's file: large.sql, orders.sql.",
                        "a.yaml:4:25: error: “large.sql” is larger than the 256 KiB allowed. Split it up.");
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    private List<String> errors() {
        return folder.dashboards().stream()
                .flatMap(dashboard -> dashboard.now().problems().stream())
                .map(FileProblem::toString)
                .toList();
    }

    private static String title(FolderDashboard dashboard) {
        return dashboard.shown().map(Dashboard::title).orElse("");
    }
}
