package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.discovery.ColumnValues;
import io.duckboard.engine.lake.Disk;
import io.duckboard.engine.lake.FolderResults;
import io.duckboard.engine.lake.LinkSignature;
import io.duckboard.engine.lake.QueryRoom;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.lake.ResultBounds;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LocalLambda serves a whole answer in a folder by its link, and nothing else. */
@Attack("A link to an answer is forged, altered, or used after its time")
@Tag("process")
class ResultLinkTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static LocalLambda lambda;
    private static Caller caller;

    @BeforeAll
    static void start() throws IOException {
        TestLake lake = new TestLake(folder.resolve("lake")).table("numbers", "SELECT range AS n FROM range(3)");
        var workspace = new LakeLocation.Folder(folder.resolve("workspace"));
        lambda = LocalLambda.start(DuckboardFunctions.over(lake.location(), workspace, 1, Optional.empty()));
        caller = Caller.of(lambda);
    }

    @AfterAll
    static void close() {
        caller.close();
        lambda.close();
    }

    @Test
    void givesTheWholeAnswer() throws Exception {
        ResultFile file = exported();

        HttpResponse<String> download = get(file.link().orElseThrow().uri().toString());

        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo("n\n0\n1\n2\n");
        assertThat(download.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(download.headers().firstValue("Content-Length")).hasValue(Long.toString(file.bytes()));
        assertThat(download.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + file.path().substring("_duckboard/results/".length()) + "\"");
        assertThat(file.link().orElseThrow().expiresAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofHours(1)));
    }

    @Test
    void refusesAnAlteredLink() throws Exception {
        String link = exported().link().orElseThrow().uri().toString();
        String other = exported().path().substring("_duckboard/results/".length());

        for (String altered : List.of(
                link.replaceFirst("expires=(\\d+)", "expires=9$1"),
                link.replaceFirst("signature=..", "signature=zz"),
                link.substring(0, link.length() - 2) + (link.endsWith("00") ? "11" : "00"),
                link.substring(0, link.indexOf('?')),
                link.replaceFirst("results/[^?]+", "results/" + other),
                link.replaceFirst("results/[^?]+", "results/..%2Fcatalog.json"),
                link.replaceFirst("results/[^?]+", "results/../catalog.json"),
                link.replaceFirst("results/", "results//"),
                link + "&expires=99999999999",
                "/results/",
                "/results/?")) {
            HttpResponse<String> answer = get(altered);
            assertThat(answer.statusCode()).as(altered).isEqualTo(403);
            assertThat(answer.body()).as(altered).doesNotContain("n\n0");
        }
    }

    @Test
    void refusesALinkAfterItsTime(@TempDir Path other) throws Exception {
        var signature = new LinkSignature("secret");
        var lake = new LakeLocation.Folder(other);
        Clock late = Clock.fixed(Instant.now().minus(Duration.ofMinutes(61)), ZoneOffset.UTC);
        var results = new FolderResults(
                lake,
                new QueryRoom(other, RandomName.make(), late),
                ResultBounds.UNSAID,
                Disk.of(other),
                Optional.of(signature),
                late);
        String link;
        try (var draft = results.draft("8a6e0804-2bd0-4672-b79d-d97027f9071a.csv", new NoRemoteFiles())) {
            Files.writeString(Path.of(draft.target()), "n\n1\n");
            link = draft.publish(1).link().orElseThrow().uri().toString();
        }
        try (LocalLambda serving =
                LocalLambda.start(LocalLambdaConfig.of().results(new ServedResults(lake, signature)))) {
            assertThat(get(serving.endpoint(), link).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void saysThatAResultHasExpired() throws Exception {
        ResultFile file = exported();
        Files.delete(folder.resolve("workspace").resolve(file.path()));

        assertThat(get(file.link().orElseThrow().uri().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void servesNoOtherHost() throws Exception {
        String link = exported().link().orElseThrow().uri().toString();
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), lambda.endpoint().getPort())) {
            String request = "GET " + link + " HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("n\n0");
        }
    }

    @Test
    void servesNothingButFetching() throws Exception {
        URI link = lambda.endpoint().resolve(exported().link().orElseThrow().uri());
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(link).DELETE().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    private static ResultFile exported() {
        Request query = Request.Query.of("SELECT n FROM numbers ORDER BY n").into(new Export.Csv(Export.Escape.NONE));
        String answer =
                caller.ask(DuckboardFunctions.QUERY, new String(RequestJson.write(query), StandardCharsets.UTF_8));
        return ((Answer.Exported) AnswerJson.read(answer.getBytes(StandardCharsets.UTF_8))).file();
    }

    private static HttpResponse<String> get(String link) throws Exception {
        return get(lambda.endpoint(), link);
    }

    private static HttpResponse<String> get(URI endpoint, String link) throws Exception {
        // The path is not resolved: that would remove a ".." before anyone could refuse it.
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(endpoint + link)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An answer in a folder has none. */
    private static final class NoRemoteFiles implements RemoteFiles {
        @Override
        public Optional<String> read(String uri) {
            throw new AssertionError(uri);
        }

        @Override
        public long size(String uri) {
            throw new AssertionError(uri);
        }

        @Override
        public void look(String prefix) {
            throw new AssertionError(prefix);
        }

        @Override
        public List<Catalog.Field> columns(String path) {
            throw new AssertionError(path);
        }

        @Override
        public ColumnValues values(List<String> paths, String column) {
            throw new AssertionError(column);
        }

        @Override
        public Grant grant(List<String> uris) {
            throw new AssertionError(uris);
        }
    }
}
