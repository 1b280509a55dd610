package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.testing.ShippedProject;
import io.duckboard.testing.cloud.EngineZip;
import io.duckboard.testing.cloud.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The whole life of a deployment on a simulated AWS server: it is created, left alone, changed, fails, and is removed.
 */
class DeployMotoIT {

    private static final String LAKE = "duckboard-lake-" + MotoServer.ACCOUNT + "-" + MotoServer.REGION;

    private static MotoServer moto;

    @TempDir
    private Path home;

    private LambdaClient lambda;
    private CloudFormationClient stacks;
    private S3Client s3;

    @BeforeAll
    static void start() {
        moto = MotoServer.start();
    }

    @AfterAll
    static void stop() {
        moto.close();
    }

    @BeforeEach
    void connect() {
        moto.reset();
        var keys = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        lambda = LambdaClient.builder()
                .endpointOverride(moto.endpoint())
                .region(Region.of(MotoServer.REGION))
                .credentialsProvider(keys)
                .build();
        stacks = CloudFormationClient.builder()
                .endpointOverride(moto.endpoint())
                .region(Region.of(MotoServer.REGION))
                .credentialsProvider(keys)
                .build();
        s3 = S3Client.builder()
                .endpointOverride(moto.endpoint())
                .region(Region.of(MotoServer.REGION))
                .credentialsProvider(keys)
                .forcePathStyle(true)
                .build();
    }

    @AfterEach
    void disconnect() {
        lambda.close();
        stacks.close();
        s3.close();
    }

    @Test
    void makesThreeFunctionsOverALakeOfItsOwn() {
        assertThat(run("deploy").exitCode()).isEqualTo(ExitCode.DONE);

        GetFunctionConfigurationResponse query = function("query");
        assertThat(query.runtimeAsString()).isEqualTo("java25");
        assertThat(query.memorySize()).isEqualTo(3_008);
        assertThat(query.handler()).isEqualTo("io.duckboard.engine.lambda.QueryHandler");
        assertThat(query.environment().variables()).containsEntry("DUCKBOARD_LAKE", "s3://" + LAKE + "/");
        assertThat(function("transform").timeout()).isEqualTo(900);
        assertThat(function("control").memorySize()).isEqualTo(1_024);
        assertThat(function("control").environment().variables()).doesNotContainKey("DUCKBOARD_OLD_MARKERS_UNTIL");
        assertThat(s3.headBucket(head -> head.bucket(LAKE)).sdkHttpResponse().isSuccessful())
                .isTrue();
    }

    @Test
    void changesNothingTheSecondTime() {
        run("deploy");
        List<String> before = resources();

        CommandRun again = run("deploy");

        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("Nothing had to change");
        assertThat(resources()).isEqualTo(before);
    }

    @Test
    void publishesAVersionOfOtherCodeAndForgetsTheOldOne() throws IOException {
        run("deploy");
        List<String> before = versions();

        CommandRun changed = run(
                "deploy",
                "--package",
                EngineZip.of(home, "newer.zip", "exec-wrapper", "newer").toString());

        assertThat(changed.out()).contains("duckboard is deployed");
        assertThat(versions()).hasSize(3).doesNotContainAnyElementsOf(before);
        assertThat(run("deploy", "--package", home.resolve("newer.zip").toString())
                        .out())
                .contains("Nothing had to change");
    }

    @Test
    void keepsWhatWasSaidBeforeWhereNothingIsSaid() {
        run("deploy", "--memory", "2048");
        assertThat(function("query").memorySize()).isEqualTo(2_048);

        run("deploy", "--calls-per-day", "5");

        assertThat(function("query").memorySize()).isEqualTo(2_048);
        run("deploy", "--memory", "4096");
        assertThat(function("query").memorySize()).isEqualTo(4_096);
    }

    @Test
    void aPlanMakesNothing() {
        CommandRun plan = run("deploy", "--plan");

        assertThat(plan.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plan.out()).contains("add  QueryFunction", "A month would cost about $");
        assertThat(s3.listBuckets().buckets()).isEmpty();
        assertThat(run("status").err()).contains("There is no stack duckboard");
    }

    @Test
    void aPlanOfAChangeNamesIt() throws IOException {
        run("deploy");

        CommandRun plan = run(
                "deploy",
                "--plan",
                "--package",
                EngineZip.of(home, "newer.zip", "exec-wrapper", "newer").toString());

        assertThat(plan.out()).contains("would be changed").containsPattern("add +QueryVersion[0-9a-f]{10}");
        assertThat(run("deploy").out()).contains("Nothing had to change");
    }

    @Test
    void saysWhatFailedAndTheNextTryWorks() {
        logGroup("/aws/lambda/duckboard-query");

        CommandRun failed = run("deploy");

        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err().lines().toList().getLast()).startsWith("AWS ");
        // Moto keeps what a failed stack has created, where AWS would roll it back.
        moto.reset();
        assertThat(run("deploy").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void takesAllButTheLakeAway() {
        run("deploy");
        s3.putObject(put -> put.bucket(LAKE).key("dataset/a.parquet"), RequestBody.fromString("rows"));

        CommandRun destroyed = run("destroy", "--yes");

        assertThat(destroyed.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(destroyed.out()).contains("The lake s3://" + LAKE + " stays");
        assertThatThrownBy(() -> function("query")).isInstanceOf(ResourceNotFoundException.class);
        assertThat(s3.listBuckets().buckets())
                .extracting(bucket -> bucket.name())
                .containsExactly(LAKE);
        assertThat(run("destroy", "--yes").out()).contains("There is nothing to take away");
    }

    @Test
    void findsTheLakeAgainThatADestructionHasLeft() {
        run("deploy");
        s3.putObject(put -> put.bucket(LAKE).key("dataset/a.parquet"), RequestBody.fromString("rows"));
        run("destroy", "--yes");

        CommandRun again = run("deploy");

        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("lake       s3://" + LAKE).doesNotContain("lake populate");
        assertThat(resources()).doesNotContain("Lake");
    }

    @Test
    void deletesTheDataTooIfItsNameIsTyped() {
        run("deploy");
        s3.putObject(put -> put.bucket(LAKE).key("dataset/a.parquet"), RequestBody.fromString("rows"));

        CommandRun destroyed = run("destroy", "--delete-data", "--bucket", LAKE);

        assertThat(destroyed.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(s3.listBuckets().buckets()).isEmpty();
    }

    @Test
    void deletesAllVersionsOfTheDataThatAnEarlierDestructionHasLeft() {
        s3.createBucket(create -> create.bucket(LAKE));
        s3.putBucketVersioning(put -> put.bucket(LAKE).versioningConfiguration(set -> set.status("Enabled")));
        // Moto's stacks do not tag the resources that they create.
        s3.putBucketTagging(put -> put.bucket(LAKE)
                .tagging(tags -> tags.tagSet(
                        Tag.builder().key("duckboard:stack").value("duckboard").build())));
        s3.putObject(put -> put.bucket(LAKE).key("a"), RequestBody.fromString("old"));
        s3.putObject(put -> put.bucket(LAKE).key("a"), RequestBody.fromString("new"));
        s3.deleteObject(delete -> delete.bucket(LAKE).key("a"));

        assertThat(run("destroy", "--delete-data", "--bucket", LAKE).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(s3.listBuckets().buckets()).isEmpty();
    }

    @Test
    void leavesABucketOfOthersAlone() {
        s3.createBucket(create -> create.bucket("their-lake"));
        run("deploy", "--lake", "s3://their-lake/trips");
        assertThat(function("query").environment().variables())
                .containsEntry("DUCKBOARD_LAKE", "s3://their-lake/trips/");

        assertThat(run("destroy", "--delete-data", "--bucket", "their-lake").err())
                .contains("was not made by the stack");
        assertThat(run("destroy", "--yes").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(s3.listBuckets().buckets())
                .extracting(bucket -> bucket.name())
                .containsExactly("their-lake");
    }

    @Test
    void endsTheRulesThatAnEarlierDuckboardGaveABucketOfOthers() {
        s3.createBucket(create -> create.bucket("their-lake"));
        s3.putBucketLifecycleConfiguration(put -> put.bucket("their-lake")
                .lifecycleConfiguration(all -> all.rules(
                        expiry("duckboard results trips", "trips/results/"),
                        expiry("theirs", "trips/results/old/"),
                        expiry("duckboard control trips", "trips/control/"))));

        CommandRun run = run("deploy", "--lake", "s3://their-lake/trips");

        assertThat(run.err()).contains("no longer expires what lies in trips/results/ and trips/control/");
        assertThat(s3.getBucketLifecycleConfiguration(get -> get.bucket("their-lake"))
                        .rules())
                .extracting(rule -> rule.filter().prefix())
                .containsExactly(
                        "trips/results/old/",
                        "trips/_duckboard/results/",
                        "trips/_duckboard/control/",
                        "trips/_duckboard/staging/",
                        "trips/_duckboard/");
        assertThat(run("lake", "create", "--lake", "s3://their-lake/trips").out())
                .contains("is so    Removes results, markers and unfinished work after a day.");
    }

    @Test
    void anUpdateFromTheOldLayoutAllowsItForAWhileAndTheNextDeploymentChangesNothing() {
        stacks.createStack(create -> create.stackName("duckboard")
                .tags(software.amazon.awssdk.services.cloudformation.model.Tag.builder()
                        .key("duckboard:stack")
                        .value("duckboard")
                        .build())
                .parameters(parameter("LakeBucket", LAKE), parameter("LakeIsNew", "true"))
                .templateBody("""
                        {"Parameters": {"LakeBucket": {"Type": "String"}, "LakeIsNew": {"Type": "String"}},
                         "Resources": {"Lake": {"Type": "AWS::S3::Bucket",
                                                "Properties": {"BucketName": {"Ref": "LakeBucket"}}}}}
                        """));

        assertThat(run("deploy").out()).contains("duckboard is deployed");

        Map<String, String> updated = function("control").environment().variables();
        assertThat(Instant.parse(updated.getOrDefault("DUCKBOARD_OLD_MARKERS_UNTIL", "")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(50)),
                        Instant.now().plus(Duration.ofMinutes(60)));
        assertThat(run("deploy").out()).contains("Nothing had to change");
        assertThat(function("control").environment().variables()).isEqualTo(updated);
    }

    private static Parameter parameter(String name, String value) {
        return Parameter.builder().parameterKey(name).parameterValue(value).build();
    }

    private static LifecycleRule expiry(String id, String prefix) {
        return LifecycleRule.builder()
                .id(id)
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(prefix))
                .expiration(expire -> expire.days(1))
                .build();
    }

    private GetFunctionConfigurationResponse function(String which) {
        return lambda.getFunctionConfiguration(get -> get.functionName("duckboard-" + which));
    }

    private List<String> versions() {
        return resources().stream().filter(name -> name.contains("Version")).toList();
    }

    private List<String> resources() {
        return stacks.listStackResources(list -> list.stackName("duckboard")).stackResourceSummaries().stream()
                .map(StackResourceSummary::logicalResourceId)
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }

    /** Creates a log group by hand, under the name that the stack's log group should get. */
    private static void logGroup(String name) {
        try (CloudWatchLogsClient logs = CloudWatchLogsClient.builder()
                .endpointOverride(moto.endpoint())
                .region(Region.of(MotoServer.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build()) {
            logs.createLogGroup(create -> create.logGroupName(name));
        }
    }

    private CommandRun run(String... arguments) {
        Map<String, String> environment = new HashMap<>(moto.environment());
        environment.put("DUCKBOARD_HOME", home.toString());
        environment.put("DUCKBOARD_TRANSFORM_PROJECT", ShippedProject.FOLDER.toString());
        environment.put("DUCKBOARD_PACKAGE", EngineZip.in(home).toString());
        return CommandRun.of(environment, Stream.of(arguments).toArray(String[]::new));
    }
}
