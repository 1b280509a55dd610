package io.duckboard.engine.lambda;

import io.duckboard.engine.testing.S3Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** On S3. */
@Tag("s3")
class S3OthersLakesTest extends OthersLakesContract {

    private static S3Server s3;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void open() {
        s3 = new S3Server();
    }

    @AfterAll
    static void close() {
        s3.close();
    }

    @Override
    InProcess over(Path lake) {
        String place = "bucket/" + temporary.getFileName() + "/" + lake.getFileName();
        s3.upload(lake, place);
        return S3Engine.over(s3, "s3://" + place, temporary);
    }
}
