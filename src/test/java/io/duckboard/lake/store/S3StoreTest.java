package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** A bucket as a lake's store: conditional writes, uploads in parts, and the answers that a store can give. */
@Tag("s3")
class S3StoreTest extends LakeStoreContract {

    private final S3Server server = new S3Server();

    @TempDir
    Path scratch;

    @BeforeEach
    void makeTheBucket() {
        server.upload(scratch, "bucket");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    LakeStore open() {
        return open("s3://bucket/my/lake", Map.of());
    }

    @Override
    void strangersFile(String path, String text) {
        server.put("bucket/my/lake/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void staysBelowItsPrefix() {
        server.put("bucket/my/lakes/other.parquet", new byte[1]);
        try (LakeStore store = open()) {
            store.put(List.of(upload("dataset/a.parquet", 1)), RUN, bytes -> {});

            assertThat(server.has("bucket/my/lake/dataset/a.parquet")).isTrue();
            assertThat(store.list("")).hasSize(1);
        }
    }

    @Test
    void listsMoreThanAPage() {
        for (int i = 0; i < 1200; i++) {
            server.put("bucket/my/lake/dataset/" + i + ".parquet", new byte[1]);
        }
        try (LakeStore store = open()) {
            assertThat(store.list("dataset")).hasSize(1200);
        }
    }

    @Test
    void putsEachFileWithOneRequestBetweenItsIntentAndItsResult() {
        try (LakeStore store = open()) {
            List<LakeStore.Upload> uploads = IntStream.range(0, 50)
                    .mapToObj(day -> upload("partitioned/date=" + day + "/data.parquet", 10))
                    .toList();
            server.network().forget();

            store.put(uploads, RUN, bytes -> {});

            List<String> requests = server.network().requests();
            assertThat(requests).hasSize(52);
            assertThat(requests.getFirst()).startsWith("PUT /bucket/my/lake/_duckboard/journal/");
            assertThat(requests.subList(1, 51))
                    .allMatch(request -> request.startsWith("PUT /bucket/my/lake/partitioned/"));
            assertThat(requests.getLast()).isEqualTo(requests.getFirst());
        }
    }

    @Test
    void publishesWithOneRequestOnceThereIsAJournal() {
        try (LakeStore store = open()) {
            store.publish(catalog("mine"), Optional.empty());
            Optional<Published> before = store.published();
            server.network().forget();

            store.publish(catalog("another"), before);

            assertThat(server.network().requests()).containsExactly("PUT /bucket/my/lake/catalog.json");
        }
    }

    @Test
    void abortsItsOwnUploadsThatAKillBrokeOffAndNoneOfOthers() {
        try (LakeStore store = open();
                S3Client s3 = S3Clients.open(new S3Environment(server.environment()))) {
            store.put(List.of(new LakeStore.Upload(upload("", 1).file(), "dataset/a.parquet", true)), RUN, bytes -> {});
            for (String path : List.of("dataset/a.parquet", "dataset/theirs.parquet")) {
                s3.createMultipartUpload(create -> create.bucket("bucket").key("my/lake/" + path));
            }
            Ownership own = store.ownership(Optional.empty());

            store.sweep(own, List.of(), catalog("other"), Instant.now().plus(Duration.ofHours(23)));
            assertThat(uploads(s3)).hasSize(2);

            own = store.ownership(Optional.empty());
            store.sweep(own, List.of(), catalog("other"), Instant.now().plus(Duration.ofHours(25)));
            assertThat(uploads(s3)).containsExactly("my/lake/dataset/theirs.parquet");
        }
    }

    private static List<String> uploads(S3Client s3) {
        return s3.listMultipartUploads(list -> list.bucket("bucket")).uploads().stream()
                .map(MultipartUpload::key)
                .toList();
    }

    @Test
    void repeatsAnUploadWhoseConnectionBreaks() {
        server.network().spoil("PUT /bucket/my/lake/dataset", 1, new Fault.Reset());
        try (LakeStore store = open()) {
            store.put(List.of(upload("dataset/a.parquet", 1000)), RUN, bytes -> {});

            assertThat(store.list("dataset")).hasSize(1);
        }
    }

    @Test
    void knowsItsOwnCatalogWhenTheFirstAnswerWasLost() {
        server.network().spoil("PUT /bucket/my/lake/catalog.json", 1, new Fault.Reset());
        try (LakeStore store = open()) {
            store.publish(catalog("mine"), Optional.empty());

            assertThat(store.published().orElseThrow().catalog()).isEqualTo(catalog("mine"));
        }
    }

    @Test
    void ofTwoPublishersTheOneWhoseCatalogArrivesFirstWins() {
        try (LakeStore one = open();
                LakeStore other = open()) {
            var first = new Fault.Meanwhile(() -> other.publish(catalog("theirs"), Optional.empty()));
            server.network().spoil("PUT /bucket/my/lake/catalog.json", 1, first);

            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> one.publish(catalog("mine"), Optional.empty()))
                    .withMessageContaining("Somebody else has published");
            assertThat(one.published().orElseThrow().catalog()).isEqualTo(catalog("theirs"));
        }
    }

    @Test
    void saysThatThereIsNoBucket() {
        try (LakeStore store = open("s3://nowhere/lake", Map.of())) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(store::published)
                    .withMessage("There is no bucket nowhere.")
                    .satisfies(failure -> assertThat(failure.hint()).contains("duckboard lake create"));
        }
    }

    @Test
    void saysThatKeysAreWrong() {
        try (LakeStore store = open("s3://bucket", Map.of("AWS_SECRET_ACCESS_KEY", "wrong"))) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(store::published)
                    .withMessageContaining("does not accept these AWS credentials");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | AccessDenied | '' | have no right",
                "400 | ExpiredToken | '' | does not accept these AWS credentials (ExpiredToken)",
                "403 | RequestTimeTooSkewed | '' | has another time than this machine",
                "301 | PermanentRedirect | x-amz-bucket-region: eu-north-1 | lies in region eu-north-1",
                "400 | AuthorizationHeaderMalformed | x-amz-bucket-region: eu-north-1 | lies in region eu-north-1",
                "507 | XMinioStorageFull | '' | no space left",
                "418 | Teapot | '' | answered Teapot",
            })
    void saysInASentenceWhatTheStoreAnswers(int status, String code, String header, String sentence) {
        server.network().spoilAll("bucket", new Fault.Refusal(status, header, code));
        try (LakeStore store = open()) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> store.list(""))
                    .withMessageContaining(sentence);
        }
    }

    @Test
    void saysThatNothingAnswers() {
        try (LakeStore store = open("s3://bucket", Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"))) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(store::published)
                    .withMessageContaining("does not answer");
        }
    }

    private LakeStore open(String lake, Map<String, String> changed) {
        var environment = new HashMap<>(server.environment());
        environment.putAll(changed);
        return LakeStores.open(LakeLocation.parse(lake), scratch, environment, Clock.systemUTC());
    }
}
