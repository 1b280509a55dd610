package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link in a lake's folder leads SQL to data of the same lake and nowhere else. */
@Attack("Links in the lake's folder lead a path, a pattern or a listing out of it, or to what is private in it")
class LinksTest {

    private static final List<String> NAMES = List.of(
            "dataset",
            "reference",
            "out",
            "in",
            "self",
            "own",
            "old",
            "parent",
            "chain",
            "a",
            "b",
            "*",
            "*",
            "**",
            "o*",
            "[o]ut",
            "[a-z]*",
            "*t",
            "i*",
            "x.parquet",
            "*.parquet",
            "results",
            "deep",
            "f*");
    private static final int PATTERNS = 400;

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private Path root;
    private TestLake lake;
    private InProcess engine;

    @BeforeEach
    void open() throws IOException {
        root = folder.resolve("lake");
        lake = new TestLake(root).table("numbers", "SELECT range AS n FROM range(10)");
        for (String place : List.of("reference", "dataset/a/b", "models/day=1")) {
            write(root.resolve(place).resolve("x.parquet"), place);
        }
        Path stolen = write(folder.resolve("outside/x.parquet"), "stolen");
        for (String copy : List.of(
                "outside/stolen.parquet",
                "outside/deep/x.parquet",
                "outside/deep/stolen.parquet",
                "lake/results/x.parquet",
                "lake/results/stolen.parquet",
                "lake/_duckboard/results/x.parquet",
                "lake/_duckboard/results/stolen.parquet",
                "lake/.hidden/x.parquet")) {
            Files.createDirectories(folder.resolve(copy).getParent());
            Files.copy(stolen, folder.resolve(copy));
        }
        link("out", "../outside");
        link("self", ".");
        link("own", "_duckboard");
        link("old", "results");
        link("in", "reference");
        link("top.parquet", "../outside/x.parquet");
        link("partitioned", "../outside");
        link("dataset/out", "../../outside");
        link("dataset/a/b/out", folder.resolve("outside").toString());
        link("dataset/chain", "../reference/out");
        link("reference/out", "../dataset/out");
        link("dataset/own", "../_duckboard/results");
        link("dataset/old", "../results");
        link("dataset/hidden", "../.hidden");
        link("dataset/self", "..");
        link("dataset/parent", "../..");
        link("dataset/file.parquet", "../../outside/x.parquet");
        link("dataset/in", "../reference");
        link("dataset/linked.parquet", "a/b/x.parquet");
        link("dataset/round", "../../outside/back");
        Files.createSymbolicLink(folder.resolve("outside/back"), root.resolve("models"));
        link("models/nowhere", "not-there");
        link("models/ring", "ring");
        engine = new InProcess(lake, temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "out/x.parquet, out",
        "out/*.parquet, out",
        "out/**, out",
        "partitioned/x.parquet, partitioned",
        "own/results/x.parquet, own",
        "old/x.parquet, old",
        "self/results/x.parquet, self",
        "self/reference/x.parquet, self",
        "dataset/out/x.parquet, dataset/out",
        "dataset/out/deep/*.parquet, dataset/out",
        "dataset/o*/x.parquet, dataset/o",
        "dataset/[o]ut/x.parquet, dataset/out",
        "dataset/*/*.parquet, dataset/",
        "dataset/*ut/**, dataset/out",
        "dataset/**/out/x.parquet, dataset/",
        "dataset/**/b/out/x.parquet, dataset/a/b/out",
        "dataset/a/*/*/x.parquet, dataset/a/b/out",
        "dataset/a/b/out/x.parquet, dataset/a/b/out",
        "dataset/chain/x.parquet, dataset/chain",
        "dataset/in/out/x.parquet, dataset/in/out",
        "dataset/in/*/x.parquet, dataset/in/out",
        "dataset/own/x.parquet, dataset/own",
        "dataset/old/x.parquet, dataset/old",
        "dataset/hidden/x.parquet, dataset/hidden",
        "dataset/self/results/x.parquet, dataset/self",
        "dataset/parent/outside/x.parquet, dataset/parent",
        "dataset/file.parquet, dataset/file.parquet",
        "dataset/f*, dataset/file.parquet",
        "dataset/*.parquet, dataset/file.parquet",
        "dataset/**/file.parquet, dataset/file.parquet",
        "dataset/**/*.parquet, dataset/file.parquet"
    })
    void isRefusedIfItLeadsOut(String path, String link) {
        for (String sql :
                List.of("FROM '%s'", "FROM read_parquet(['%s'])", "FROM glob('%s')", "FROM parquet_schema('%s')")) {
            Problem problem = engine.problem(sql.formatted(root + "/" + path));

            assertThat(problem.code()).as(sql).isEqualTo(ErrorCode.NOT_ALLOWED);
            assertThat(problem.message()).startsWith(link).endsWith(" is a link that leads out of the lake.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "in/x.parquet, reference",
        "in/*.parquet, reference",
        "dataset/in/x.parquet, reference",
        "dataset/i*/*.parquet, reference",
        "dataset/**/in/x.parquet, reference",
        "dataset/linked.parquet, dataset/a/b",
        "dataset/l*, dataset/a/b",
        "dataset/round/day=1/x.parquet, models/day=1",
        "dataset/round/*/x.parquet, models/day=1",
        "models/*/x.parquet, models/day=1",
        "models/**/x.parquet, models/day=1",
    })
    void isFollowedIfItEndsInTheLake(String path, String content) {
        assertThat(engine.rows("SELECT place FROM read_parquet('" + root + "/" + path + "')"))
                .containsExactly(List.of(content));
    }

    @Test
    void toAFolderIsNoneOfTheFilesThatAPatternMatches() {
        assertThat(engine.rows("SELECT count(*) FROM glob('" + root + "/dataset/a/b/*')"))
                .containsExactly(List.of(1));
        assertThat(engine.rows("SELECT count(*) FROM '" + root + "/dataset/n*.parquet'"))
                .containsExactly(List.of(10));
    }

    @Test
    void leadsNoPatternOut() {
        var random = new Random(20261130);
        for (int i = 0; i < PATTERNS; i++) {
            var names = new ArrayList<>(List.of(NAMES.get(random.nextInt(11))));
            for (int more = 1 + random.nextInt(4); more > 0; more--) {
                names.add(NAMES.get(random.nextInt(NAMES.size())));
            }
            String path = root + "/" + String.join("/", names);
            for (String sql : List.of("FROM glob('%s')", "SELECT * FROM read_parquet('%s', union_by_name = true)")) {
                assertThat(shown(engine.ask(Request.Query.of(sql.formatted(path)))))
                        .as(path)
                        .doesNotContain("stolen");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "out/x.parquet",
                "old/x.parquet",
                "top.parquet",
                "partitioned/x.parquet",
                "dataset/file.parquet",
                "dataset/out/deep/x.parquet"
            })
    void leadsNoTableOut(String path) {
        lake.table("leak", List.of(path), List.of(), List.of());

        assertThat(engine.problem("FROM leak").message())
                .startsWith("Table leak cannot be read")
                .doesNotContain(folder.toString());
        assertThat(engine.problem("FROM '" + root + "/" + path + "'").code()).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
    }

    @Test
    void canBeTheLakeItself() throws IOException {
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), root);
        var throughLink = new InProcess(new TestLake(linked), temporary);

        assertThat(throughLink.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
        assertThat(throughLink.rows("SELECT place FROM '" + linked + "/dataset/i*/x.parquet'"))
                .containsExactly(List.of("reference"));
        assertThat(throughLink
                        .problem("FROM '" + linked + "/dataset/out/x.parquet'")
                        .code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(throughLink
                        .problem("FROM '" + root + "/reference/x.parquet'")
                        .code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(throughLink
                        .rows("EXPLAIN ANALYZE FROM '" + linked + "/reference/x.parquet'")
                        .toString())
                .doesNotContain(folder.toString());
    }

    private static String shown(Answer answer) {
        return switch (answer) {
            case Answer.Rows rows -> rows.rows().toString();
            case Answer.Failed failed -> failed.problem().toString();
            case Answer.Exported exported -> throw new AssertionError(exported.toString());
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
        };
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
    }

    private static Path write(Path file, String place) throws IOException {
        Files.createDirectories(file.getParent());
        DuckDb.run("COPY (SELECT '" + place + "' AS place) TO '" + file + "' (FORMAT parquet)");
        return file;
    }
}
