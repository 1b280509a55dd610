package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.guard.AllowedPaths;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.lake.LakePaths;
import io.duckboard.engine.testing.OddNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A path with signs in it is let through if a table has exactly this file, and never because of what it looks like. */
class GuardPathsTest {

    private static final int PATHS = 1_000;

    private static final Pattern PLAIN = Pattern.compile("[\\w=+-][\\w.=+-]*(/[\\w=+*\\[\\]-][\\w.=+*\\[\\]-]*)+");

    /** What no path may have, even if a catalog names it. */
    private static final Pattern NEVER = Pattern.compile("(^|/)\\.|//|/$|^/|[?\\\\\\p{Cc}]");

    private static final AllowedPaths LISTED = listed(OddNames.PATHS);

    /** As if any text were the path of a table's file. */
    private static final AllowedPaths ALL = new AllowedPaths() {
        @Override
        public Optional<String> belowLake(String path) {
            return LISTED.belowLake(path);
        }

        @Override
        public boolean isListed(String path) {
            return true;
        }

        @Override
        public Optional<String> linkLeadingOut(String path) {
            return Optional.empty();
        }
    };

    static List<String> files() {
        return OddNames.PATHS;
    }

    @ParameterizedTest
    @MethodSource("files")
    void letsTheFilesOfTablesThrough(String file) {
        String path = Judge.LAKE + "/" + OddNames.exactly(file);

        for (String sql : namings(path)) {
            assertThat(Judge.judge(LISTED, sql)).as(sql).isInstanceOf(Verdict.Allowed.class);
            if (!PLAIN.matcher(OddNames.exactly(file)).matches()) {
                assertThat(Judge.judge(listed(List.of()), sql)).as(sql).isInstanceOf(Verdict.Refused.class);
            }
        }
    }

    @Test
    void letsNothingElseThroughThatIsNotPlain() {
        new OddNames(20261130).near().limit(PATHS).forEach(path -> {
            boolean listed = OddNames.PATHS.stream().map(OddNames::exactly).anyMatch(path::equals);
            boolean named = OddNames.PATHS.contains(path);
            boolean plain = PLAIN.matcher(path).matches() && !path.contains("..");

            for (String sql : namings(Judge.LAKE + "/" + path)) {
                assertThat(Judge.judge(LISTED, sql) instanceof Verdict.Allowed)
                        .as(sql)
                        .isEqualTo(listed || (plain && !named));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_duckboard/results/x.parquet",
                "_Duckboard/results/a b.parquet",
                "d/_duckboard/a b.parquet",
                "results/a b.parquet",
                "Results/x.parquet",
                "control/a b.parquet",
                "staging/x.parquet",
                ".git/x.parquet",
                ".x y.parquet",
                "d/.x y.parquet",
                "d/.hidden/x y.parquet",
                "d/x.parquet?s3_region=x",
                "d?/x.parquet",
                "d\\x.parquet",
                "\\d/x.parquet",
                "d/\\x.parquet",
                "d/x\ny.parquet",
                "\nd/x.parquet",
                "d/\u0085x.parquet",
                "d/../x y.parquet",
                "../x.parquet",
                "d/./x y.parquet",
                "d/..",
                "d//x y.parquet",
                "/d/x.parquet",
                "d/x y.parquet/",
                "d/x*y.parquet",
                "d/x[1].parquet",
            })
    void refusesWhatIsPrivateOrReadAsSomethingElseEvenIfATableHasIt(String path) {
        for (String sql : namings(Judge.LAKE + "/" + path)) {
            assertThat(Judge.judge(ALL, sql)).as(sql).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void refusesSuchPathsInAllSpellings() {
        var random = new Random(20261130);
        new OddNames(20261201).near().limit(PATHS).forEach(path -> {
            int at = random.nextInt(path.length() + 1);
            String changed = path.substring(0, at)
                    + List.of("?", "\\", "\u0001", "/../", "//", "/.", "*").get(random.nextInt(7))
                    + path.substring(at);

            if (NEVER.matcher(changed).find()) {
                assertThat(Judge.judge(ALL, "FROM read_parquet(" + Database.literal(Judge.LAKE + "/" + changed) + ")"))
                        .as(changed)
                        .isInstanceOf(Verdict.Refused.class);
            }
        });
    }

    /** A path as an argument, and as the name of a table in one part and in two. */
    private static List<String> namings(String path) {
        String quoted = '"' + path.replace("\"", "\"\"") + '"';
        return Stream.of(
                        "FROM read_parquet(" + Database.literal(path) + ")",
                        "FROM read_parquet([" + Database.literal(path) + "], hive_partitioning = true)",
                        "SELECT (SELECT count(*) FROM " + Database.literal(path) + ")",
                        "FROM " + quoted,
                        "FROM " + quoted.replace(".parquet", "\".\"parquet"))
                .filter(sql -> !sql.contains("\"\"."))
                .toList();
    }

    private static AllowedPaths listed(List<String> files) {
        var paths = new LakePaths(LakeLocation.parse(Judge.LAKE));
        paths.list(new Catalog(List.of(new Catalog.Table(
                "odd",
                Catalog.Kind.DATASET,
                files.stream().map(file -> new Catalog.File(file, 0, "")).toList(),
                List.of(),
                List.of(),
                0,
                Instant.EPOCH,
                List.of()))));
        return paths;
    }
}
