package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.HostileNames;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No table name, with any number of parts, makes a request to a store for more than the lake's data, or to another
 * store.
 */
@Attack("The same over S3, with settings of the store behind a question mark, and a store of the attacker beside it")
@Tag("s3")
class S3HostileNamesTest {

    private static final int NAMES = 300;

    /** The engine's own requests for the catalog, and for data. */
    private static final Pattern FOR_QUERIES =
            Pattern.compile("(?:GET|HEAD) /lake/one/(?:catalog\\.json|dataset/numbers\\.parquet)");

    private S3Server s3;
    private S3Server elsewhere;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        s3 = new S3Server();
        elsewhere = new S3Server();
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        s3.upload(folder, "lake/one");
        for (String place : List.of("_duckboard/results", "_duckboard/staging", "results")) {
            for (String extension : List.of("csv", "json", "parquet")) {
                s3.put("lake/one/" + place + "/theirs." + extension, "stolen\n1\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        engine = S3Engine.over(s3, "s3://lake/one", temporary);
    }

    @AfterEach
    void close() {
        s3.close();
        elsewhere.close();
    }

    @Test
    void askForNothingThatIsPrivate() {
        String stranger = elsewhere.endpoint().getAuthority();

        new HostileNames(20261129, "s3://lake/one", stranger)
                .queries()
                .limit(NAMES)
                .forEach(sql -> {
                    s3.network().forget();
                    engine.ask(Request.Query.of(sql));

                    assertThat(s3.network().requests()).as(sql).allMatch(FOR_QUERIES.asMatchPredicate());
                    assertThat(elsewhere.network().requests()).as(sql).isEmpty();
                });
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
    }
}
