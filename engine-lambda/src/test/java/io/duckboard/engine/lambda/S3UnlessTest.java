package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract for a lake on S3, and what it costs there. */
@Tag("s3")
class S3UnlessTest extends UnlessContract {

    private final S3Server s3 = new S3Server();

    @AfterEach
    void close() {
        s3.close();
    }

    @Override
    void publish() {
        s3.upload(folder, "lake/one");
    }

    @Override
    InProcess engine() {
        return S3Engine.over(s3, "s3://lake/one", temporary);
    }

    @Override
    String place() {
        return "s3://lake/one";
    }

    @Test
    void asksOnlyForTheCatalogIfDuckboardWroteTheFiles() {
        InProcess engine = engine();
        Request.Query query = Request.Query.of("SELECT sum(n) FROM numbers");
        String version = engine.rows(query.unless("")).metadata().version().orElseThrow();
        s3.network().forget();

        assertThat(engine.ask(query.unless(version))).isInstanceOf(Answer.Unchanged.class);

        assertThat(s3.network().requests()).containsExactly("HEAD /lake/one/catalog.json");
    }

    @Test
    void asksForTheFilesOfOthersToo() {
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        publish();
        InProcess engine = engine();
        Request.Query query = Request.Query.of("SELECT sum(n) FROM numbers");
        String version = engine.rows(query.unless("")).metadata().version().orElseThrow();
        s3.network().forget();

        assertThat(engine.ask(query.unless(version))).isInstanceOf(Answer.Unchanged.class);

        assertThat(s3.network().requests())
                .map(request -> request.replaceFirst("\\?.*", ""))
                .containsExactlyInAnyOrder("HEAD /lake/one/catalog.json", "HEAD /lake/one/dataset/numbers.parquet");
    }
}
