package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A large bucket is listed in parallel. No key is lost and none is found twice, whatever the keys are. */
@Tag("s3")
class S3ListingTest {

    private static final int PAGE = 10;

    private static final List<IntFunction<String>> SHAPES = List.of(
            "part-%04d-c000.snappy.parquet"::formatted,
            "data_%d.parquet"::formatted,
            number -> "%08x".formatted(number * 0x9E3779B9) + ".parquet",
            number -> "orders/year=%d/month=%02d/%d.parquet".formatted(2019 + number / 60, number / 5 % 12, number % 5),
            number -> "t%02d/part-%d.parquet".formatted(number % 40, number),
            number -> "day=%d/".formatted(number),
            number -> "Größe in %%/a+b %%2F %d.parquet".formatted(number),
            number -> "日本/" + (char) ('ぁ' + number % 80) + number,
            number -> "emoji/" + (number % 3 == 0 ? "\uFF5E" : "\uD83D\uDE00") + number,
            number -> "part-" + number / 30,
            number -> "orders/year=" + number % 10,
            number -> "x".repeat(1 + number % 200));

    private final S3Server server = new S3Server();
    private S3Client s3;

    @BeforeEach
    void makeTheBucket(@TempDir Path empty) {
        server.upload(empty, "bucket");
        s3 = S3Clients.open(new S3Environment(server.environment()));
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    @Test
    void everyKeyIsFoundOnceWithFewRequestsMoreThanPages() throws IOException {
        var random = new Random(19);
        for (int round = 0; round < 60; round++) {
            String prefix = round == 0 ? "" : "lake " + round + "/";
            SortedSet<String> keys = keys(random, prefix);
            put(keys);
            server.network().forget();

            assertThat(list(prefix)).as("round %d", round).isEqualTo(List.copyOf(keys));
            assertThat(server.network().requests())
                    .as("%d keys in round %d", keys.size(), round)
                    .hasSizeLessThanOrEqualTo(keys.size() * 5 / 4 / PAGE + 17);
        }
    }

    @Test
    void fewKeysTakeARequestForEachPage() throws IOException {
        put(keys("few/%d"::formatted, 4 * PAGE));
        server.network().forget();

        assertThat(list("few/")).hasSize(4 * PAGE);
        assertThat(server.network().requests()).hasSize(4);
    }

    @Test
    void aFlatFolderIsListedInParallel() throws IOException {
        put(keys("flat/part-%03d"::formatted, 600));
        var both = new CountDownLatch(2);
        var met = new AtomicInteger();
        meet("start-after=flat/part-1", both, met);
        meet("start-after=flat/part-2", both, met);

        assertThat(list("flat/")).hasSize(600);
        assertThat(met).hasValue(2);
    }

    @Test
    void foldersAreListedInParallel() throws IOException {
        put(keys(number -> "tree/year=%d/%d".formatted(2000 + number / 60, number), 600));
        var both = new CountDownLatch(2);
        var met = new AtomicInteger();
        meet("start-after=tree/year=2002/", both, met);
        meet("start-after=tree/year=2008/", both, met);

        assertThat(list("tree/")).hasSize(600);
        assertThat(met).hasValue(2);
    }

    @Test
    void progressCountsEachObjectOnce() throws IOException {
        put(keys("flat/part-%03d"::formatted, 300));
        var counted = new AtomicLong();

        new S3Listing(s3, "bucket", "flat/", PAGE, counted::addAndGet).objects();

        assertThat(counted).hasValue(300);
    }

    @Test
    void aRefusalEndsTheListing() {
        put(keys("flat/part-%03d"::formatted, 600));
        server.network().spoilAll("start-after=flat/part-1", new Fault.Refusal(403, "", "AccessDenied"));

        assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> list("flat/"));
    }

    /** Lets a request wait until the other one has come too. */
    private void meet(String request, CountDownLatch both, AtomicInteger met) {
        server.network().spoil(request, 1, new Fault.Meanwhile(() -> {
            both.countDown();
            try {
                if (both.await(20, TimeUnit.SECONDS)) {
                    met.incrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private List<String> list(String prefix) throws IOException {
        return new S3Listing(s3, "bucket", prefix, PAGE, files -> {})
                .objects().stream().map(S3Object::key).sorted().toList();
    }

    private void put(Collection<String> keys) {
        keys.forEach(key -> server.put("bucket/" + key, new byte[0]));
    }

    private static SortedSet<String> keys(Random random, String prefix) {
        var keys = new TreeSet<String>();
        for (int shapes = 1 + random.nextInt(4); shapes > 0; shapes--) {
            IntFunction<String> shape = SHAPES.get(random.nextInt(SHAPES.size()));
            keys.addAll(keys(number -> prefix + shape.apply(number), random.nextInt(400)));
        }
        return keys;
    }

    private static SortedSet<String> keys(IntFunction<String> shape, int count) {
        return new TreeSet<>(IntStream.range(0, count).mapToObj(shape).toList());
    }
}
