package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.S3Server;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** On S3. */
@Attack("Paths that are nearly those of a table's files on S3, where a sign could reach the store as another")
@Tag("s3")
class S3OddNamesTest extends OddNamesContract {

    private static final Pattern OF_THE_LAKE =
            Pattern.compile("(?:GET|HEAD) /lake/(?:one/[^?]*|\\?encoding-type=url&list-type=2&prefix=one/[^&]*)");

    private S3Server s3;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        s3 = new S3Server();
        lakeIn(folder);
        s3.upload(folder, "lake/one");
        engine = S3Engine.over(s3, lake(), temporary);
    }

    @AfterEach
    void close() {
        s3.close();
        assertThat(s3.network().requests()).isNotEmpty().allMatch(OF_THE_LAKE.asMatchPredicate());
    }

    @Override
    String lake() {
        return "s3://lake/one";
    }

    @Override
    InProcess engine() {
        return engine;
    }
}
