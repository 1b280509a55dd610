package io.duckboard.deploy;

import static io.duckboard.deploy.ResolvedTemplate.list;
import static io.duckboard.deploy.ResolvedTemplate.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.lake.store.RulesOfALake;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** What the stack's template lets whom do, and what it must never make. */
@NullUnmarked // A tree of YAML is asked for what the test says is there.
class TemplateTest {

    private static final String LAKE = "arn:aws:s3:::the-lake/trips/";

    private static final Map<String, String> EVERYTHING = Map.of(
            "CodeBucket", "the-code",
            "CodeKey", "engine.zip",
            "LakeBucket", "the-lake",
            "LakePrefix", "trips/",
            "AlarmEmail", "someone@example.org",
            "FunctionUrl", "true");

    private final ResolvedTemplate template = ResolvedTemplate.with(EVERYTHING);

    @ParameterizedTest
    @ValueSource(strings = {"QueryRole", "TransformRole", "ControlRole", "ScheduleRole"})
    void noRoleHasAWildcardForAnActionOrAResource(String role) {
        assertThat(template.statements(role)).isNotEmpty().allSatisfy(statement -> {
            assertThat(list(statement.get("Action")))
                    .allSatisfy(action -> assertThat(action.toString()).matches("[a-z0-9]+:[A-Za-z]+"));
            assertThat(list(statement.get("Resource")))
                    .allSatisfy(resource -> assertThat(resource.toString()).doesNotStartWith("*"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"QueryRole", "TransformRole", "ControlRole"})
    void noFunctionReachesAnotherBucketOrAnotherPrefix(String role) {
        assertThat(template.statements(role)).filteredOn(TemplateTest::isOfS3).allSatisfy(statement -> {
            if (statement.get("Action").equals("s3:ListBucket")) {
                assertThat(statement)
                        .containsEntry("Resource", "arn:aws:s3:::the-lake")
                        .containsEntry("Condition", Map.of("StringLikeIfExists", Map.of("s3:prefix", "trips/*")));
            } else {
                assertThat(list(statement.get("Resource")))
                        .allSatisfy(resource -> assertThat(resource.toString()).startsWith(LAKE));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "QueryRole, results/*",
        "TransformRole, catalog.json dashboard/* models/* results/* staging/*",
        "ControlRole, control/*"
    })
    void eachFunctionWritesItsOwnPlacesAlone(String role, String places) {
        assertThat(placesOf(role, Set.of("s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload")))
                .containsExactly(places.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "QueryRole, results/*",
        "TransformRole, models/* results/* staging/*",
    })
    void whatIsPublishedCannotBeRemoved(String role, String places) {
        assertThat(placesOf(role, Set.of("s3:DeleteObject"))).containsExactly(places.split(" "));
    }

    @Test
    void controlReadsNothing() {
        assertThat(actions("ControlRole"))
                .containsExactly(
                        "logs:CreateLogStream", "logs:PutLogEvents", "s3:AbortMultipartUpload", "s3:PutObject");
    }

    @Test
    void noFunctionMayDoAnythingButReadWriteAndLog() {
        assertThat(actions("QueryRole"))
                .isEqualTo(actions("TransformRole"))
                .containsExactly(
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "s3:AbortMultipartUpload",
                        "s3:DeleteObject",
                        "s3:GetObject",
                        "s3:ListBucket",
                        "s3:PutObject");
    }

    @Test
    void theScheduleMayCallTheTransformsAliasAlone() {
        assertThat(template.statements("ScheduleRole"))
                .containsExactly(
                        Map.of("Effect", "Allow", "Action", "lambda:InvokeFunction", "Resource", "TransformAlias"));
    }

    @ParameterizedTest
    @CsvSource({"QueryRole, query", "TransformRole, transform", "ControlRole, control"})
    void eachFunctionWritesItsOwnLogAndCannotMakeOne(String role, String name) {
        assertThat(template.statements(role))
                .filteredOn(statement -> !isOfS3(statement))
                .singleElement()
                .satisfies(statement -> assertThat(statement)
                        .containsEntry("Action", List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                        .containsEntry(
                                "Resource",
                                "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/duck-" + name + ":*"));
    }

    @Test
    void everyRoleIsTakenByOneServiceAndByOneFunction() {
        assertThat(template.resources("AWS::Lambda::Function").keySet())
                .extracting(id -> template.properties(id).get("Role"))
                .containsExactlyInAnyOrder("QueryRole.Arn", "TransformRole.Arn", "ControlRole.Arn");
        assertThat(template.resources("AWS::IAM::Role").keySet()).allSatisfy(role -> {
            Map<String, Object> trust = map(list(map(template.properties(role).get("AssumeRolePolicyDocument"))
                            .get("Statement"))
                    .getFirst());
            assertThat(map(trust.get("Principal")).get("Service"))
                    .isEqualTo(role.equals("ScheduleRole") ? "scheduler.amazonaws.com" : "lambda.amazonaws.com");
        });
    }

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
        ResolvedTemplate resolved = with("LakePrefix", prefix);
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
        // The deployer's tags are the stack's.
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
        ResolvedTemplate without = with("FunctionUrl", "false");
        assertThat(without.resources()).doesNotContainKey("QueryUrl");
        assertThat(without.outputs()).doesNotContainKey("Url");
    }

    @Test
    void nobodyMayCallAFunctionButByAnIdentitysPolicy() {
        assertThat(template.resources("AWS::Lambda::Permission")).isEmpty();
    }

    @Test
    void aLakeThatIsThereIsLeftAsItIs() {
        ResolvedTemplate existing = with("LakeIsNew", "false");

        assertThat(existing.resources()).doesNotContainKeys("Lake", "LakePolicy");
        assertThat(existing.outputs()).containsEntry("Lake", "s3://the-lake/trips/");
        assertThat(map(map(existing.properties("QueryFunction").get("Environment"))
                        .get("Variables")))
                .containsEntry("DUCKBOARD_LAKE", "s3://the-lake/trips/");
    }

    @Test
    void withoutAScheduleNothingCallsTheTransform() {
        assertThat(template.resources()).containsKeys("TransformSchedule", "ScheduleRole");
        assertThat(with("Schedule", "").resources()).doesNotContainKeys("TransformSchedule", "ScheduleRole");
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
        assertThat(with("QueryConcurrency", "5").properties("QueryFunction"))
                .containsEntry("ReservedConcurrentExecutions", "5");
    }

    @Test
    void everyAlarmTellsWhoeverWantsToKnow() {
        assertThat(template.resources("AWS::CloudWatch::Alarm").keySet())
                .containsExactly("QueryErrors", "TransformErrors", "ControlErrors", "Calls", "RunsFailed")
                .allSatisfy(id -> assertThat(template.properties(id))
                        .containsEntry("AlarmActions", List.of("AlarmTopic"))
                        .containsEntry("TreatMissingData", "notBreaching"));
        ResolvedTemplate silent = with("AlarmEmail", "");
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

    private static ResolvedTemplate with(String parameter, String value) {
        var parameters = new HashMap<>(EVERYTHING);
        parameters.put(parameter, value);
        return ResolvedTemplate.with(parameters);
    }

    private Set<String> actions(String role) {
        var actions = new TreeSet<String>();
        template.statements(role)
                .forEach(statement -> list(statement.get("Action")).forEach(action -> actions.add(action.toString())));
        return actions;
    }

    /** Where a role may do one of these. */
    private Set<String> placesOf(String role, Set<String> actions) {
        var places = new TreeSet<String>();
        template.statements(role).stream()
                .filter(statement -> list(statement.get("Action")).stream().anyMatch(actions::contains))
                .flatMap(statement -> list(statement.get("Resource")).stream())
                .forEach(resource -> places.add(resource.toString().substring(LAKE.length())));
        return places;
    }

    private static boolean isOfS3(Map<String, Object> statement) {
        return list(statement.get("Action")).getFirst().toString().startsWith("s3:");
    }

    private static int days(LifecycleRule rule) {
        return rule.expiration() == null ? 0 : rule.expiration().days();
    }
}
