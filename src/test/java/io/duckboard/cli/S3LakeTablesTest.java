package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the tables of a lake on S3. */
@Tag("s3")
class S3LakeTablesTest extends LakeTablesContract {

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
        return "s3://bucket/my/lake";
    }

    @Override
    Map<String, String> environment() {
        return s3.environment();
    }

    @Override
    void strangersFile(String path, byte[] bytes) {
        s3.put("bucket/my/lake/" + path, bytes);
    }

    @Override
    void strangerRemoves(String path) {
        s3.remove("bucket/my/lake/" + path);
    }

    @Test
    void saysThatThereIsNoBucket() {
        assertThat(run(Map.of("DUCKBOARD_LAKE", "s3://nowhere"), "ls")).isEqualTo(ExitCode.FAILED);

        assertThat(err()).startsWith("There is no bucket nowhere.").hasLineCount(1);
    }

    @Test
    void saysThatTheKeysAreWrong() {
        assertThat(run(Map.of("AWS_SECRET_ACCESS_KEY", "wrong"), "ls")).isEqualTo(ExitCode.FAILED);

        assertThat(err()).contains("does not accept these AWS credentials").hasLineCount(1);
    }

    @Test
    void readsTheJournalOnceForARefresh() throws IOException {
        file("a.csv", "id\n1\n");
        run("add", "rides", in("a.csv"));
        strangersFile("theirs.parquet", parquet("theirs.parquet", "SELECT 1 AS n"));
        s3.network().forget();

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        assertThat(s3.network().requests())
                .filteredOn(request -> request.startsWith("GET /bucket/my/lake/_duckboard/journal/"))
                .hasSize(1);
    }

    @Test
    void publishesNothingIfAnUploadFails() throws IOException {
        file("a.csv", "id\n1\n");
        s3.network().spoilAll("PUT /bucket/my/lake/dataset", new Fault.Refusal(403, "", "AccessDenied"));

        assertThat(run("add", "rides", in("a.csv"))).isEqualTo(ExitCode.FAILED);

        assertThat(err()).contains("have no right").doesNotContain("Exception");
        assertThat(catalog()).isEmpty();
    }

    @Test
    void addsToABucketThatIsOnlyReadInTheHome() throws IOException {
        s3.network().spoilAll("PUT /", new Fault.Refusal(403, "", "AccessDenied"));
        file("a.csv", "id\n1\n");

        assertThat(run("add", "rides", in("a.csv"))).isEqualTo(ExitCode.DONE);
        run("ls");

        assertThat(out()).contains("rides");
        assertThat(home.resolve("workspace")).isDirectoryRecursivelyContaining("glob:**/dataset/rides.*.parquet");
    }
}
