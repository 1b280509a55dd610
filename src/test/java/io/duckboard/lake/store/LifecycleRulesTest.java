package io.duckboard.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.LakeLocation.Bucket;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** A bucket's rules are completed: those of others, and of other lakes, stay as they are. */
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
                        "my/lake/");
        assertThat(LifecycleRules.completed(List.of(), new Bucket("bucket", "")))
                .extracting(rule -> rule.filter().prefix())
                .containsExactly("_duckboard/results/", "_duckboard/control/", "_duckboard/staging/", "");
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
}
