package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.SampleEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code duckboard dashboards} lists the folder's dashboards, and its check is an exit code for a build. */
@Tag("process")
class DashboardsCommandTest {

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    @TempDir
    private Path folder;

    @Test
    void listsThemByFolderWithTheirErrors() throws IOException {
        write("sales/orders.yaml", "title: Orders\ntiles: [{show: number, sql: SELECT 1}]\n");
        write("broken.yaml", "title: [");

        CommandRun run = dashboards("ls");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEqualTo("""
                Name    Folder  Title   Filters  Tiles
                broken                                  1 error
                orders  sales   Orders        0      1
                """);
        assertThat(dashboards("ls", "--json").out()).contains("\"file\" : \"sales/orders.yaml\"");
    }

    @Test
    void checksFilesAndQueries() throws IOException {
        write("zones.yaml", "title: Zones\ntiles: [{show: number, sql: SELECT count(*) FROM zones}]\n");

        CommandRun run = dashboards("check");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("1 dashboard, queries tested: 1; 0 errors, 0 warnings.\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void failsForAnErrorInAFileOrAQuery() throws IOException {
        write("a.yaml", "title: A\ntiles: [{shwo: number, sql: SELECT 1}]\n");
        write("b.yaml", "title: B\ntiles: [{show: number, title: Zones, sql: SELECT count(*) FROM zoness}]\n");

        CommandRun run = dashboards("check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("a.yaml:2:10: error: A tile has no “shwo”. Did you mean “show”? Allowed:"
                                        + " show."),
                        line -> assertThat(line)
                                .startsWith("b.yaml:2:64: error: b: Zones: Table with name zoness does not exist"));
        assertThat(run.err()).isEqualTo("2 dashboards, queries tested: 1; 2 errors, 0 warnings.\n");
        assertThat(dashboards("check", "b", "--files").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(dashboards("check", "a", "--files", "--json").out()).contains("\"meant\" : \"show\"");
    }

    @Test
    void doesNotFailForAWarning() throws IOException {
        write("a.yaml", "title: A\nfilters: [{name: x, kind: text}]\ntiles: [{show: number, sql: SELECT 1}]\n");

        CommandRun run = dashboards("check", "--files");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("a.yaml:2:11: warning: No tile uses the filter “x”.");
    }

    @Test
    void saysWhichDashboardOrFolderThereIsNot() throws IOException {
        write("orders.yaml", "title: Orders\ntiles: [{show: number, sql: SELECT 1}]\n");

        assertThat(dashboards("check", "order").err())
                .isEqualTo("There is no dashboard order. Did you mean “orders”?\n");
        CommandRun run = dashboards("ls", "--folder", folder.resolve("none").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("There is no folder ");
    }

    @Test
    void exportsAPageWithTheValuesOfFilters() throws IOException {
        write("zones.yaml", """
                title: Zones
                filters: [{name: borough, kind: several, values: [Queens, Bronx]}]
                tiles: [{show: number, title: Zones, sql: "SELECT count(*) AS zones FROM zones WHERE list_contains($borough, borough)"}]
                """);
        Path page = folder.resolve("page.html");

        CommandRun run = dashboards(
                "export", "zones", "--out", page.toString(), "--filter", "borough=Queens", "--filter", "borough=Bronx");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(page)).contains("<p class=\"figure\">112</p>", "<dd>Queens, Bronx</dd>");
    }

    @Test
    void replacesNoFileUnlessItIsTold() throws IOException {
        write("one.yaml", "title: One\ntiles: [{show: number, sql: SELECT 1}]\n");
        Path page = Files.writeString(folder.resolve("page.html"), "mine");

        assertThat(dashboards("export", "one", "--out", page.toString()).err())
                .isEqualTo("There is a file " + page + " already. Name another one, or add --force.\n");
        assertThat(dashboards("make", "--out", page.toString()).exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(page).hasContent("mine");
        assertThat(dashboards("export", "one", "--out", page.toString(), "--force")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(page).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void exportsAPageThatSaysWhatHasNoAnswerAndFails() throws IOException {
        write("half.yaml", "title: Half\ntiles: [{show: number, sql: SELECT 1}, {show: number, sql: FROM gone}]\n");
        Path page = folder.resolve("page.html");

        CommandRun run = dashboards("export", "half", "--out", page.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isEqualTo("1 tile without an answer; the page says why.\n");
        assertThat(page).content().contains("<p class=\"figure\">1</p>", "Table with name gone does not exist");
    }

    @Test
    void exportsNothingForAFilterThatThereIsNot() throws IOException {
        write("one.yaml", "title: One\ntiles: [{show: number, sql: SELECT 1}]\n");
        Path page = folder.resolve("page.html");

        CommandRun run = dashboards("export", "one", "--out", page.toString(), "--filter", "zone=1");

        assertThat(run.err()).startsWith("This dashboard has no filter “zone”.");
        assertThat(dashboards("export", "one", "--out", page.toString(), "--filter", "zone")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(dashboards("export", "one").err()).startsWith("Name the file: --out FILE.html");
        assertThat(page).doesNotExist();
    }

    @Test
    void makesADashboardThatCanBeCheckedAndExported() {
        Path file = folder.resolve("overview.yaml");
        Path page = folder.resolve("page.html");

        CommandRun exported = dashboards("export", "overview", "--out", page.toString());
        CommandRun made = dashboards("make");

        assertThat(exported.err()).isEmpty();
        assertThat(page).content().contains("<h1>Overview</h1>");
        assertThat(made.out()).startsWith("# yaml-language-server: ").contains("title: Trips by day");
        assertThat(dashboards("make", "--out", file.toString()).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(file).hasContent(made.out());
        assertThat(dashboards("check").exitCode()).isEqualTo(ExitCode.DONE);
    }

    private CommandRun dashboards(String... arguments) {
        return CommandRun.of(
                Map.of(
                        "DUCKBOARD_HOME", ENGINE.home().toString(),
                        "DUCKBOARD_DASHBOARDS", folder.toString()),
                Stream.concat(Stream.of("dashboards"), Stream.of(arguments)).toArray(String[]::new));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
