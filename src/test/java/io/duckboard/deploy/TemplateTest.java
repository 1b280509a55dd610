package io.duckboard.deploy;

import static io.duckboard.deploy.ResolvedTemplate.list;
import static io.duckboard.deploy.ResolvedTemplate.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.lake.store.RulesOfALake;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** Tests what the stack's template creates, and what it must never create. */
@NullUnmarked // The tests know which parts of the YAML tree exist.
class TemplateTest {

    private final ResolvedTemplate template = ResolvedTemplate.whole();

    @Test
    void everyBucketIsPrivateEncryptedAndStays() {
        assertThat(template.resources("AWS::S3::Bucket")).isNotEmpty().allSatisfy((id, bucket) -> {
            assertThat(bucket)
                    .containsEntry("DeletionPolicy", "RetainExceptOnCreate")
                    .containsEntry("UpdateReplacePolicy", "Retain");
            Map<String, Object> properties = map(bucket.get("Properties"));
            assertThat(map(properties.get("PublicAccessBlockConfiguration")))
                    .hasSize(4)
                    .allSatisfy((_, blocked) -> assertThat(blocked).isEqualTo(true));
            assertThat(properties.get("BucketEncryption").toString()).contains("SSEAlgorithm=AES256");
            assertThat(properties.get("OwnershipControls").toString()).contains("BucketOwnerEnforced");
        });
    }

    @Test
    void nobodyReachesTheLakeWithoutTls() {
        Map<String, Object> policy = map(template.properties("LakePolicy").get("PolicyDocument"));
        assertThat(list(policy.get("Statement")))
                .containsExactly(Map.of(
                        "Effect",
                        "Deny",
                        "Principal",
                        "*",
                        "Action",
                        "s3:*",
                        "Resource",
                        List.of("arn:aws:s3:::the-lake", "arn:aws:s3:::the-lake/*"),
                        "Condition",
                        Map.of("Bool", Map.of("aws:SecureTransport", "false"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trips/", "a/b/"})
    void theLakesLifecycleIsTheOneThatLakeCreateLooksFor(String prefix) {
        ResolvedTemplate resolved = ResolvedTemplate.whole("LakePrefix", prefix);
        Map<String, Object> lifecycle = map(resolved.properties("Lake").get("LifecycleConfiguration"));
        assertThat(list(lifecycle.get("Rules")))
                .map(rule -> map(rule).get("Id") + " " + map(rule).getOrDefault("Prefix", ""))
                .isEqualTo(RulesOfALake.in((LakeLocation.Bucket) LakeLocation.parse("s3://the-lake/" + prefix)).stream()
                        .map(rule -> rule.id() + " " + rule.filter().prefix())
                        .toList());
        assertThat(list(lifecycle.get("Rules")))
                .map(rule -> map(rule).getOrDefault("ExpirationInDays", 0))
                .isEqualTo(RulesOfALake.in(new LakeLocation.Bucket("the-lake", "")).stream()
                        .map(TemplateTest::days)
                        .toList());
    }

    @Test
    void noRuleEndsTheJournalOrAnyonesData() {
        Map<String, Object> lifecycle = map(template.properties("Lake").get("LifecycleConfiguration"));

        assertThat(list(lifecycle.get("Rules")))
                .filteredOn(rule -> map(rule).containsKey("ExpirationInDays"))
                .map(rule -> map(rule).get("Prefix"))
                .containsExactly("trips/_duckboard/results/", "trips/_duckboard/control/", "trips/_duckboard/staging/");
    }

    @Test
    void theTransformFunctionAloneMayRaiseTheCatalogsFormat() {
        assertThat(variables("TransformFunction")).containsEntry("DUCKBOARD_RAISE_FORMAT", "true");
        assertThat(variables("QueryFunction")).doesNotContainKey("DUCKBOARD_RAISE_FORMAT");
        assertThat(variables("ControlFunction")).doesNotContainKey("DUCKBOARD_RAISE_FORMAT");
    }

    @Test
    void theControlFunctionLeavesMarkersForOldFunctionsWhereThereWereSome() {
        ResolvedTemplate updated = ResolvedTemplate.whole("OldLayoutUntil", "2026-11-29T09:00:00Z");

        assertThat(map(map(updated.properties("ControlFunction").get("Environment"))
                        .get("Variables")))
                .containsEntry("DUCKBOARD_OLD_MARKERS_UNTIL", "2026-11-29T09:00:00Z");
        assertThat(variables("ControlFunction")).doesNotContainKey("DUCKBOARD_OLD_MARKERS_UNTIL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query", "Transform"})
    void noFunctionIsUpdatedBeforeWhatCancelsItsWork(String function) {
        assertThat(template.resources().get(function + "Alias")).containsEntry("DependsOn", "ControlAlias");
    }

    @Test
    void theFunctionsHandlersAreThere() throws ClassNotFoundException {
        for (String id : template.resources("AWS::Lambda::Function").keySet()) {
            Class<?> handler =
                    Class.forName(template.properties(id).get("Handler").toString());
            assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
            assertThat(handler.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
        }
    }

    @Test
    void theQueryFunctionAloneStartsFromASnapshot() {
        assertThat(template.properties("QueryFunction"))
                .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"))
                .containsEntry("EphemeralStorage", Map.of("Size", 512));
        assertThat(template.properties("TransformFunction"))
                .doesNotContainKey("SnapStart")
                .containsEntry("EphemeralStorage", Map.of("Size", 4096));
        assertThat(template.properties("ControlFunction")).doesNotContainKey("SnapStart");
    }

    @Test
    void theTransformFunctionUsesTheTemporarySpaceItHas() {
        Map<String, Object> environment =
                map(template.properties("TransformFunction").get("Environment"));

        assertThat(Integer.parseInt(
                        String.valueOf(map(environment.get("Variables")).get("DUCKBOARD_SPILL_MB"))))
                .isBetween(3_000, 4_096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query", "Transform", "Control"})
    void eachFunctionWorksOnTheLakeAndLogsIntoItsOwnGroup(String function) {
        Map<String, Object> properties = template.properties(function + "Function");

        assertThat(map(map(properties.get("Environment")).get("Variables")))
                .containsEntry("DUCKBOARD_LAKE", "s3://the-lake/trips/")
                .containsEntry("AWS_LAMBDA_EXEC_WRAPPER", "/var/task/exec-wrapper");
        assertThat(map(properties.get("LoggingConfig")))
                .containsEntry("LogGroup", "/aws/lambda/" + properties.get("FunctionName"));
        // The deployer's tags are set on the stack, not on each resource.
        assertThat(properties).doesNotContainKey("Tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query", "Transform", "Control"})
    void theAliasLiveIsOfThePublishedVersion(String function) {
        assertThat(template.properties(function + "Alias"))
                .containsEntry("Name", "live")
                .containsEntry("FunctionVersion", function + "Version.Version")
                .containsEntry("FunctionName", "duck-" + function.toLowerCase(Locale.ROOT));
        assertThat(template.properties(function + "Version"))
                .isEqualTo(Map.of(
                        "FunctionName", template.properties(function + "Alias").get("FunctionName")));
    }

    @Test
    void everyLogGroupForgets() {
        assertThat(template.resources("AWS::Logs::LogGroup"))
                .hasSize(3)
                .allSatisfy((id, _) -> assertThat(template.properties(id)).containsEntry("RetentionInDays", "30"));
    }

    @Test
    void theAddressIsForCallersWithCredentialsAndOnlyIfAskedFor() {
        assertThat(template.properties("QueryUrl"))
                .containsEntry("AuthType", "AWS_IAM")
                .containsEntry("Qualifier", "live");
        assertThat(template.outputs()).containsKey("Url");
        ResolvedTemplate without = ResolvedTemplate.whole("FunctionUrl", "false");
        assertThat(without.resources()).doesNotContainKey("QueryUrl");
        assertThat(without.outputs()).doesNotContainKey("Url");
    }

    @Test
    void nobodyMayCallAFunctionButByAnIdentitysPolicy() {
        assertThat(template.resources("AWS::Lambda::Permission")).isEmpty();
    }

    @Test
    void aLakeThatIsThereIsLeftAsItIs() {
        ResolvedTemplate existing = ResolvedTemplate.whole("LakeIsNew", "false");

        assertThat(existing.resources()).doesNotContainKeys("Lake", "LakePolicy");
        assertThat(existing.outputs()).containsEntry("Lake", "s3://the-lake/trips/");
        assertThat(map(map(existing.properties("QueryFunction").get("Environment"))
                        .get("Variables")))
                .containsEntry("DUCKBOARD_LAKE", "s3://the-lake/trips/");
    }

    @Test
    void withoutAScheduleNothingCallsTheTransform() {
        assertThat(template.resources()).containsKeys("TransformSchedule", "ScheduleRole");
        assertThat(ResolvedTemplate.whole("Schedule", "").resources())
                .doesNotContainKeys("TransformSchedule", "ScheduleRole");
    }

    @Test
    void aRunThatFailedIsNotTriedAgain() {
        Map<String, Object> target =
                map(template.properties("TransformSchedule").get("Target"));

        assertThat(target).containsEntry("Arn", "TransformAlias").containsEntry("Input", "{}");
        assertThat(map(target.get("RetryPolicy"))).containsEntry("MaximumRetryAttempts", 0);
        assertThat(template.properties("TransformInvokes"))
                .containsEntry("MaximumRetryAttempts", 0)
                .containsEntry("Qualifier", "live");
    }

    @Test
    void concurrencyIsReservedOnlyIfAskedFor() {
        assertThat(template.properties("QueryFunction")).doesNotContainKey("ReservedConcurrentExecutions");
        assertThat(ResolvedTemplate.whole("QueryConcurrency", "5").properties("QueryFunction"))
                .containsEntry("ReservedConcurrentExecutions", "5");
    }

    @Test
    void everyAlarmTellsWhoeverWantsToKnow() {
        assertThat(template.resources("AWS::CloudWatch::Alarm").keySet())
                .containsExactly("QueryErrors", "TransformErrors", "ControlErrors", "Calls", "RunsFailed")
                .allSatisfy(id -> assertThat(template.properties(id))
                        .containsEntry("AlarmActions", List.of("AlarmTopic"))
                        .containsEntry("TreatMissingData", "notBreaching"));
        ResolvedTemplate silent = ResolvedTemplate.whole("AlarmEmail", "");
        assertThat(silent.resources()).doesNotContainKey("AlarmTopic");
        assertThat(silent.properties("Calls")).doesNotContainKey("AlarmActions");
    }

    @Test
    void theAlarmOnFailedRunsCountsWhatTheTransformsLogSays() {
        Map<String, Object> counted =
                map(list(template.properties("TransformRunsFailed").get("MetricTransformations"))
                        .getFirst());

        assertThat(template.properties("TransformRunsFailed"))
                .containsEntry("LogGroupName", "/aws/lambda/duck-transform")
                .containsEntry("FilterPattern", "{ $.run = \"failed\" }");
        assertThat(template.properties("RunsFailed"))
                .containsEntry("Namespace", counted.get("MetricNamespace"))
                .containsEntry("MetricName", counted.get("MetricName"));
    }

    @Test
    void noParameterIsASecret() {
        assertThat(template.parameters().keySet())
                .allSatisfy(
                        name -> assertThat(name).doesNotContainPattern("(?i)secret|password|token|key(?<!CodeKey)"));
    }

    @Test
    void noNameIsBothAParametersAndAResources() {
        assertThat(template.resources().keySet())
                .doesNotContainAnyElementsOf(template.parameters().keySet());
    }

    private Map<String, Object> variables(String function) {
        return map(map(template.properties(function).get("Environment")).get("Variables"));
    }

    private static int days(LifecycleRule rule) {
        return rule.expiration() == null ? 0 : rule.expiration().days();
    }
}
