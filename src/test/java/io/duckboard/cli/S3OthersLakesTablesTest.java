package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lakes of other writers on S3. */
@Tag("s3")
class S3OthersLakesTablesTest extends OthersLakesTablesContract {

    private final S3Server s3 = new S3Server();

    @BeforeEach
    void makeTheBucket(@TempDir Path empty) {
        s3.upload(empty, "bucket");
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Override
    String lake() {
        return "s3://bucket/my/hivetop";
    }

    @Override
    Map<String, String> environment() {
        return s3.environment();
    }

    @Override
    void strangersFile(String path, byte[] bytes) {
        s3.put("bucket/my/hivetop/" + path, bytes);
    }

    @Override
    void strangerRemoves(String path) {
        s3.remove("bucket/my/hivetop/" + path);
    }

    @Test
    void readsNoFileThatHasNotChanged() throws IOException {
        strangersFile("there.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        strangersFile("days/day=2024-01-01/a.parquet", parquet("x.parquet", "SELECT 1 AS n"));
        strangersFile("days/day=2024-01-02/a.parquet", parquet("x.parquet", "SELECT 'a' AS word"));
        run("refresh");
        s3.network().forget();

        run("refresh");
        run("ls");

        assertThat(s3.network().requests()).isNotEmpty().noneMatch(request -> request.contains(".parquet"));

        strangersFile("days/day=2024-01-03/a.parquet", parquet("x.parquet", "SELECT 3 AS n"));
        s3.network().forget();
        run("refresh");
        assertThat(s3.network().requests())
                .filteredOn(request -> request.contains(".parquet"))
                .isNotEmpty()
                .allMatch(request -> request.contains("2024-01-03"));
        assertThat(table("days").rows()).isEqualTo(3);
    }
}
