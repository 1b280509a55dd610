package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal command asks the engine that runs over its lake, and starts its own only if there is none. */
@Tag("process")
class EngineTargetTest {

    @TempDir
    private Path home;

    @Test
    void startsAnEngineThatNobodyElseFinds() throws IOException {
        try (EngineTarget<QueryEngine> target = EngineTarget.open(settings(home.resolve("lake")))) {
            assertThat(count(target)).isEqualTo(10_000);
            assertThat(EngineFile.read(home)).isEmpty();
        }
    }

    @Test
    void asksTheEngineThatRunsOverTheSameLake() throws IOException {
        try (LocalEngine running = LocalEngine.start(settings(home.resolve("lake")));
                EngineTarget<QueryEngine> target = EngineTarget.open(settings(home.resolve("lake")))) {
            assertThat(target.engine()).isInstanceOf(LambdaQueryEngine.class);
            assertThat(EngineFile.read(home)).map(EngineFile::endpoint).contains(running.endpoint());
            assertThat(count(target)).isEqualTo(10_000);
        }
    }

    @Test
    void asksNoEngineOverAnotherLake() throws IOException {
        try (LocalEngine running = LocalEngine.start(settings(home.resolve("lake")));
                EngineTarget<QueryEngine> target = EngineTarget.open(settings(home.resolve("another")))) {
            assertThat(target.engine()).isInstanceOf(LocalEngine.class);
            assertThat(EngineFile.read(home)).map(EngineFile::endpoint).contains(running.endpoint());
        }
    }

    @Test
    void leavesTheFileOfAnEngineThatLivesToIt() throws IOException {
        try (LocalEngine first = LocalEngine.start(settings(home.resolve("lake")))) {
            LocalEngine.start(settings(home.resolve("lake"))).close();

            assertThat(EngineFile.read(home)).map(EngineFile::endpoint).contains(first.endpoint());
        }
    }

    @Test
    void passesOverTheFileOfADeadEngine() throws IOException {
        announce(Long.MAX_VALUE);

        try (EngineTarget<QueryEngine> target = EngineTarget.open(settings(home.resolve("lake")))) {
            assertThat(count(target)).isEqualTo(10_000);
        }
    }

    @Test
    void passesOverTheFileOfADeadEngineWhoseProcessNumberLives() throws IOException {
        announce(ProcessHandle.current().pid());

        try (EngineTarget<QueryEngine> target = EngineTarget.open(settings(home.resolve("lake")))) {
            assertThat(count(target)).isEqualTo(10_000);
        }
    }

    @Test
    void tellsNothingToWhoeverHasTheNumberAndThePortOfADeadEngine() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        HttpServer squatter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        squatter.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            heard.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + body.length
                            + exchange.getRequestHeaders().containsKey("Authorization"));
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        squatter.start();
        announce(ProcessHandle.current().pid(), squatter.getAddress().getPort());

        try (EngineTarget<QueryEngine> target = EngineTarget.open(settings(home.resolve("lake")))) {
            assertThat(count(target)).isEqualTo(10_000);
            assertThat(heard).containsExactly("GET /duckboard/proof0false");
        } finally {
            squatter.stop(0);
        }
    }

    @Test
    void saysThatTheLakesNameIsNone() {
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> EngineTarget.open(settings("s3://Not_A_Bucket")))
                .withMessageContaining("s3://bucket/prefix");
    }

    @Test
    void readsAWholeAnswer() throws IOException {
        try (EngineTarget<QueryEngine> target = EngineTarget.open(settings(home.resolve("lake")))) {
            var export = new Export.Csv(Export.Escape.NONE);
            ExportOutcome outcome = target.engine().export(Query.of("SELECT range FROM range(3)"), export);

            ResultFile file = assertThat(outcome)
                    .asInstanceOf(InstanceOfAssertFactories.type(QueryOutcome.Exported.class))
                    .actual()
                    .answer()
                    .file();
            try (InputStream answer = target.engine().open(file)) {
                assertThat(answer.readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("range\n0\n1\n2\n");
            }

            var longer = new ResultFile(file.path(), file.rows(), file.bytes() + 1, file.link());
            try (InputStream answer = target.engine().open(longer)) {
                assertThatIOException().isThrownBy(answer::readAllBytes).withMessageContaining("broke off");
            }

            var forged = new ResultFile.Link(URI.create("/results/forged.csv"), Instant.EPOCH);
            assertThatIOException()
                    .isThrownBy(() -> target.engine().open(new ResultFile("", 0, 0, Optional.of(forged))))
                    .withMessageContaining("Ask the query again");
        }
    }

    private static Object count(EngineTarget<QueryEngine> target) {
        return assertThat(target.engine().ask(Query.of("SELECT count(*) FROM trips")))
                .asInstanceOf(InstanceOfAssertFactories.type(QueryOutcome.Answered.class))
                .actual()
                .answer()
                .rows()
                .stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    /** Port 9 is the discard service's, and nobody listens there. */
    private void announce(long pid) throws IOException {
        announce(pid, 9);
    }

    private void announce(long pid, int port) throws IOException {
        var lake = new LakeLocation.Folder(home.resolve("lake"));
        new EngineFile(URI.create("http://127.0.0.1:" + port), "AKIADEAD", "secret", pid, lake.toString()).write(home);
    }

    private QuerySettings settings(Path lake) {
        return settings(lake.toString());
    }

    private QuerySettings settings(String lake) {
        return new QuerySettings(
                home,
                lake,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(60),
                Optional.of(1));
    }
}
