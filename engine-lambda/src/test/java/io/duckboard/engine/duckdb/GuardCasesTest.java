package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.SqlCases;
import io.duckboard.engine.testing.SqlCases.Friendly;
import io.duckboard.engine.testing.SqlCases.Hostile;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard distinguishes bad SQL from good on its own, for a bucket as well as a folder. */
class GuardCasesTest {

    static List<Hostile> hostile() {
        return SqlCases.hostile();
    }

    static List<Friendly> friendly() {
        return SqlCases.friendly();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refuses(Hostile hostile) {
        assertThat(Judge.refusal(hostile.sql().replace("{lake}", Judge.LAKE)).code())
                .isEqualTo(hostile.code());
    }

    /** Only EXPLAIN is rewritten, so its blanks and comments differ; its length does not. */
    @ParameterizedTest
    @MethodSource("friendly")
    void allowsTheVeryText(Friendly friendly) {
        String sql = friendly.sql().replace("{lake}", Judge.LAKE);

        String allowed = Judge.allowed(sql).sql();

        assertThat(allowed).hasSameSizeAs(sql);
        if (!sql.toUpperCase(Locale.ROOT).startsWith("EXPLAIN")) {
            assertThat(allowed).isEqualTo(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://lake/all/data/dataset/x.parquet",
                "s3://lake/all/data/partitioned/date=2019-04-01/*.parquet",
                "s3://lake/all/data/models/a+b/[0-9]-c_d.parquet",
                "s3://lake/all/data/a/b.parquet/c",
            })
    void allowsPlainPathsInTheBucket(String path) {
        assertThat(Judge.allowed("FROM read_parquet('" + path + "')").parameters())
                .isEmpty();
        assertThat(Judge.allowed("FROM '" + path + "'").parameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://lake/x.parquet",
                "s3://lake/all/x.parquet",
                "s3://lake/all/data",
                "s3://lake/all/data/",
                "s3://lake/all/data/x.parquet",
                "s3://lake/all/data2/d/x.parquet",
                "s3://lake/all/data/../secret/x.parquet",
                "s3://lake/all/data/d/../../../../other/x.parquet",
                "s3://lake/all/data/d/..",
                "s3://lake/all/data/d/x..parquet",
                "s3://lake/all/data/./d/x.parquet",
                "s3://lake/all/data//d/x.parquet",
                "s3://lake/all/data/d//x.parquet",
                "s3://lake/all/data/d/x.parquet/",
                "s3://lake/all/data/d/x.parquet?s3_endpoint=evil.example&s3_use_ssl=false",
                "s3://lake/all/data/d/x.parquet#?",
                "s3://lake/all/data/d/%2e%2e/x.parquet",
                "s3://lake/all/data/d/x parquet",
                "s3://lake/all/data/d/x\nparquet",
                "s3://lake/all/data/d\\x.parquet",
                "s3://lake/all/data/d/x:y.parquet",
                "s3://lake/all/data/d/x@evil.example",
                "s3://lake/all/data/d/ü.parquet",
                "s3://lake/all/data/results/x.parquet",
                "s3://lake/all/data/RESULTS/x.parquet",
                "s3://lake/all/data/control/x",
                "s3://lake/all/data/staging/x.parquet",
                "s3://lake/all/data/_duckboard/results/x.parquet",
                "s3://lake/all/data/_duckboard/journal/*",
                "s3://lake/all/data/_Duckboard/results/x.parquet",
                "s3://lake/all/data/_duckboard*/results/x.parquet",
                "s3://lake/all/data/another/_duckboard/results/x.parquet",
                "s3://lake/all/data/another/lake/_DUCKBOARD/results/*.parquet",
                "s3://lake/all/data/*/x.parquet",
                "s3://lake/all/data/r*/x.parquet",
                "s3://lake/all/data/.git/x.parquet",
                "s3://lake/all/data/d/.x.parquet",
                "s3://lake.evil.example/all/data/d/x.parquet",
                "S3://lake/all/data/d/x.parquet",
                "s3a://lake/all/data/d/x.parquet",
                "s3n://lake/all/data/d/x.parquet",
                "gcs://lake/all/data/d/x.parquet",
                "r2://lake/all/data/d/x.parquet",
                "https://lake.s3.amazonaws.com/all/data/d/x.parquet",
                "hf://datasets/x/y.parquet",
                " s3://lake/all/data/d/x.parquet",
            })
    void refusesAllOtherPaths(String path) {
        String literal = path.replace("'", "''");
        for (String sql : List.of(
                "FROM read_parquet('" + literal + "')",
                "FROM parquet_scan(['" + Judge.LAKE + "/d/x.parquet', '" + literal + "'])",
                "FROM '" + literal + "'",
                "DESCRIBE FROM \"" + path + "\"")) {
            assertThat(Judge.refusal(sql).code()).as(sql).isEqualTo(ErrorCode.NOT_ALLOWED);
        }
    }
}
