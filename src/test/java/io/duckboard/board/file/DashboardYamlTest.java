package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.board.Dashboard;
import io.duckboard.board.DashboardName;
import io.duckboard.board.FileProblem;
import io.duckboard.board.Spot;
import io.duckboard.board.SqlText;
import io.duckboard.board.Tile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of a dashboard is read as the same dashboard. */
class DashboardYamlTest {

    private static final Pattern EXAMPLE = Pattern.compile("^```yaml\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    /** Texts that YAML would take for something else, or has signs for. */
    private static final List<String> TEXTS = List.of(
            "plain",
            "12",
            "1e3",
            "0x1F",
            "true",
            "no",
            "null",
            "~",
            "2019-04-01",
            "a: b",
            "- a",
            "#a",
            "a #b",
            "'a'",
            "\"a\"",
            "{a}",
            "[a]",
            "*a",
            "&a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a`",
            "a\tb",
            "x\\ny",
            "ä ö ü ß",
            "漢字",
            "🦆",
            "a,b",
            "a desc",
            "b asc desc",
            "-",
            "?",
            "? a",
            ":",
            "=",
            "<<",
            "\u0007",
            "\u200b",
            "\u2028",
            "it''s");

    static Stream<String> documented() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../docs/dashboards.md")))
                .results()
                .map(example -> example.group(1));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void writesEachKindThatIsDocumented(String text) {
        isReadAsWritten(DashboardTextSample.read(text));
    }

    @Test
    void writesTheTripDashboard() throws IOException {
        Path folder = Path.of("../dashboards");
        ReadDashboard read = new DashboardText(
                        DashboardName.ofFile("sample.yaml"),
                        Files.readString(folder.resolve("trips.yaml")),
                        name -> new SqlFiles.Found.Sql(name, text(folder.resolve(name))))
                .read();

        isReadAsWritten(read.dashboard().orElseThrow());
    }

    @Test
    void writesWhatTheSchemaAllows() throws IOException {
        var random = new Random(50);
        var files = new SchemaFiles(
                SchemaPart.of(DashboardSchema.json()),
                random,
                () -> random.nextBoolean()
                        ? "SELECT 1\n  FROM t\n\n WHERE 'a: b' # c\n".substring(random.nextInt(7))
                        : TEXTS.get(random.nextInt(TEXTS.size())));
        int written = 0;
        for (int i = 0; i < 1000; i++) {
            Optional<Dashboard> sound =
                    DashboardTextSample.of(files.next()).dashboard().flatMap(DashboardYamlTest::sound);
            sound.ifPresent(DashboardYamlTest::isReadAsWritten);
            written += sound.isPresent() ? 1 : 0;
        }
        assertThat(written).isGreaterThan(200);
    }

    @Test
    void keepsPlacesThatAreNotTheFirstFree() {
        Dashboard dashboard = DashboardTextSample.read("""
                title: T
                tiles:
                  - {show: number, sql: SELECT 1, place: {column: 10, row: 3}}
                  - {show: number, sql: SELECT 1}
                """);

        isReadAsWritten(dashboard);
        assertThat(DashboardYaml.of(dashboard)).contains("place: {column: 10, row: 3}", "place: {column: 1, row: 3}");
    }

    @Test
    void leavesOutWhatAFileMayLeaveOut() {
        assertThat(DashboardYaml.of(DashboardTextSample.read("""
                title: T
                refresh: 60s
                filters: [{name: day, label: Day, kind: date, default: today - 1 day}]
                tiles:
                  - show: bar
                    x: a
                    y: [b]
                    horizontal: false
                    place: {width: 6, height: 4}
                    sql: |
                      SELECT a, b
                      FROM t WHERE d = $day
                """))).isEqualTo("""
                # yaml-language-server: $schema=dashboard.schema.json
                title: T
                refresh: 1m

                filters:
                  - {name: day, kind: date, default: today - 1 days}

                tiles:
                  - show: bar
                    x: a
                    y: b
                    sql: |
                        SELECT a, b
                        FROM t WHERE d = $day
                """);
    }

    @Test
    void writesNoTileThatIsBroken() {
        Dashboard dashboard = DashboardTextSample.of("title: T\ntiles: [{show: number}]\n")
                .dashboard()
                .orElseThrow();

        assertThatThrownBy(() -> DashboardYaml.of(dashboard)).isInstanceOf(IllegalArgumentException.class);
    }

    /** All of it that can be shown. */
    private static Optional<Dashboard> sound(Dashboard read) {
        List<Tile> tiles = read.tiles().stream()
                .filter(tile -> !(tile instanceof Tile.Broken))
                .toList();
        return tiles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dashboard(
                        read.name(),
                        read.title(),
                        read.description(),
                        read.refresh(),
                        read.freshness(),
                        read.needs(),
                        read.filters(),
                        tiles));
    }

    private static void isReadAsWritten(Dashboard dashboard) {
        String text = DashboardYaml.of(dashboard);
        ReadDashboard read = DashboardTextSample.of(text);

        assertThat(read.problems().stream().filter(FileProblem::isError))
                .as(text)
                .isEmpty();
        assertThat(read.dashboard().orElseThrow())
                .as(text)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Spot.class, SqlText.Writing.class)
                .isEqualTo(dashboard);
        assertThat(DashboardYaml.of(read.dashboard().orElseThrow())).isEqualTo(text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
