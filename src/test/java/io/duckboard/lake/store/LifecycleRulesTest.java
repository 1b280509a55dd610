package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.LakeLocation.Bucket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** Missing rules are added to a bucket. Rules of others, and of other lakes, stay as they are. */
class LifecycleRulesTest {

    private static final Bucket LAKE = new Bucket("bucket", "my/lake");

    @Test
    void expiresWhatIsBelowTheLakeAlone() {
        assertThat(LifecycleRules.completed(List.of(), LAKE))
                .extracting(rule -> rule.filter().prefix())
                .containsExactly(
                        "my/lake/_duckboard/results/",
                        "my/lake/_duckboard/control/",
                        "my/lake/_duckboard/staging/",
                        "my/lake/_duckboard/");
        assertThat(LifecycleRules.completed(List.of(), new Bucket("bucket", "")))
                .extracting(rule -> rule.filter().prefix())
                .containsExactly("_duckboard/results/", "_duckboard/control/", "_duckboard/staging/", "_duckboard/");
    }

    @Test
    void endsNoUploadOfOthers() {
        LifecycleRule before = LifecycleRule.builder()
                .id("duckboard uploads my/lake")
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix("my/lake/"))
                .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(1))
                .build();

        assertThat(LifecycleRules.completed(List.of(before), LAKE))
                .filteredOn(rule -> rule.abortIncompleteMultipartUpload() != null)
                .extracting(rule -> rule.filter().prefix())
                .containsExactly("my/lake/_duckboard/");
    }

    @Test
    void removesDataOfTheLakeByNoRule() {
        assertThat(LifecycleRules.completed(List.of(), LAKE))
                .filteredOn(rule -> rule.expiration() != null)
                .extracting(rule -> rule.filter().prefix())
                .containsExactly(
                        "my/lake/_duckboard/results/", "my/lake/_duckboard/control/", "my/lake/_duckboard/staging/");
    }

    @Test
    void keepsTheRulesOfOthersAsTheyAre() {
        LifecycleRule theirs = LifecycleRule.builder().id("theirs").build();
        LifecycleRule changed = LifecycleRule.builder()
                .id("duckboard private results my/lake")
                .expiration(expire -> expire.days(7))
                .build();

        List<LifecycleRule> completed = LifecycleRules.completed(List.of(theirs, changed), LAKE);

        assertThat(completed).startsWith(theirs, changed).hasSize(5);
        assertThat(LifecycleRules.completed(completed, LAKE)).isEqualTo(completed);
    }

    @Test
    void givesTwoLakesOfABucketRulesOfTheirOwn() {
        List<LifecycleRule> one = LifecycleRules.completed(List.of(), LAKE);

        assertThat(LifecycleRules.completed(one, new Bucket("bucket", "other"))).hasSize(8);
    }

    @Test
    void withdrawsWhatItOnceAddedItself() {
        LifecycleRule theirs = LifecycleRule.builder().id("theirs").build();
        LifecycleRule last = LifecycleRule.builder().id("last").build();

        List<LifecycleRule> completed = LifecycleRules.completed(
                List.of(old("results", " my/lake"), theirs, old("control", " my/lake"), last), LAKE);

        assertThat(completed)
                .startsWith(theirs, last)
                .hasSize(6)
                .extracting(LifecycleRule::id)
                .allSatisfy(id ->
                        assertThat(id).doesNotStartWith("duckboard results").doesNotStartWith("duckboard control"));
    }

    @Test
    @SuppressWarnings("deprecation")
    void withdrawsWhatAStackOnceAdded() {
        LifecycleRule results = LifecycleRule.builder()
                .id("duckboard results")
                .status(ExpirationStatus.ENABLED)
                .prefix("results/")
                .expiration(expire -> expire.days(1))
                .build();
        LifecycleRule uploads = LifecycleRule.builder()
                .id("duckboard uploads")
                .status(ExpirationStatus.ENABLED)
                .prefix("")
                .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(1))
                .build();

        LifecycleRule theirs = uploads.toBuilder().id("theirs").build();

        List<LifecycleRule> completed =
                LifecycleRules.completed(List.of(results, uploads, theirs), new Bucket("bucket", ""));

        assertThat(completed).startsWith(theirs).hasSize(5).doesNotContain(uploads);
        assertThat(completed)
                .as("S3 takes rules of one form alone")
                .extracting(LifecycleRule::prefix)
                .containsExactly(
                        "", "_duckboard/results/", "_duckboard/control/", "_duckboard/staging/", "_duckboard/");
    }

    static Stream<LifecycleRule> rulesOfOthers() {
        LifecycleRule old = old("results", " my/lake");
        return Stream.of(
                old.toBuilder().id("duckboard results").build(),
                old.toBuilder().id("duckboard results my/lake/").build(),
                old.toBuilder().id("Duckboard results my/lake").build(),
                old.toBuilder().id("duckboard results other").build(),
                old.toBuilder().id("duckboard results of my own").build(),
                old.toBuilder().id("duckboard uploads my/lake").build(),
                old.toBuilder().status(ExpirationStatus.DISABLED).build(),
                old.toBuilder().expiration(expire -> expire.days(7)).build(),
                old.toBuilder().filter(filter -> filter.prefix("results/")).build(),
                old.toBuilder()
                        .filter(filter ->
                                filter.and(and -> and.prefix("my/lake/results/").objectSizeGreaterThan(1_000_000L)))
                        .build(),
                old.toBuilder()
                        .noncurrentVersionExpiration(expire -> expire.noncurrentDays(1))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("rulesOfOthers")
    void keepsWhatItDidNotAddAsItIs(LifecycleRule theirs) {
        assertThat(LifecycleRules.completed(List.of(theirs), LAKE)).startsWith(theirs);
    }

    @Test
    void keepsTheRulesOfAnotherLakeOfTheBucket() {
        LifecycleRule others = old("results", " my/lake");

        assertThat(LifecycleRules.completed(List.of(others), new Bucket("bucket", "my")))
                .startsWith(others)
                .hasSize(5);
    }

    private static LifecycleRule old(String folder, String of) {
        return LifecycleRule.builder()
                .id("duckboard " + folder + of)
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(of.strip() + "/" + folder + "/"))
                .expiration(expire -> expire.days(1))
                .build();
    }
}
