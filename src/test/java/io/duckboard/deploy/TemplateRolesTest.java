package io.duckboard.deploy;

import static io.duckboard.deploy.ResolvedTemplate.list;
import static io.duckboard.deploy.ResolvedTemplate.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which role may do what in the stack's template. */
@NullUnmarked // The tests know which parts of the YAML tree exist.
class TemplateRolesTest {

    private static final String LAKE = "arn:aws:s3:::the-lake/trips/";

    private final ResolvedTemplate template = ResolvedTemplate.whole();

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
        assertThat(template.statements(role))
                .filteredOn(TemplateRolesTest::isOfS3)
                .allSatisfy(statement -> {
                    if (statement.get("Action").equals("s3:ListBucket")) {
                        assertThat(statement)
                                .containsEntry("Resource", "arn:aws:s3:::the-lake")
                                .containsEntry(
                                        "Condition", Map.of("StringLikeIfExists", Map.of("s3:prefix", "trips/*")));
                    } else {
                        assertThat(list(statement.get("Resource")))
                                .allSatisfy(resource ->
                                        assertThat(resource.toString()).startsWith(LAKE));
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "QueryRole, _duckboard/results/*",
        "TransformRole, _duckboard/journal/* _duckboard/results/* _duckboard/staging/* catalog.json dashboard/* models/*",
        "ControlRole, _duckboard/control/*"
    })
    void eachFunctionWritesItsOwnPlacesAlone(String role, String places) {
        assertThat(placesOf(role, "s3:PutObject")).containsExactly(places.split(" "));
        assertThat(placesOf(role, "s3:AbortMultipartUpload")).containsExactly(places.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "QueryRole, _duckboard/results/*",
        "TransformRole, _duckboard/journal/* _duckboard/results/* _duckboard/staging/* models/*",
    })
    void whatIsPublishedCannotBeRemoved(String role, String places) {
        assertThat(placesOf(role, "s3:DeleteObject")).containsExactly(places.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "QueryRole, s3:PutObject s3:DeleteObject s3:AbortMultipartUpload, results/*",
        "TransformRole, s3:PutObject s3:DeleteObject s3:AbortMultipartUpload, results/* staging/*",
        "ControlRole, s3:PutObject s3:AbortMultipartUpload, control/*"
    })
    void duringAnUpdateEachFunctionBeforeItWritesWhereItDid(String role, String actions, String places) {
        List<Map<String, Object>> updated =
                ResolvedTemplate.whole("OldLayoutUntil", "2026-11-29T09:00:00Z").statements(role);

        assertThat(updated).containsAll(template.statements(role));
        assertThat(updated)
                .filteredOn(statement -> !template.statements(role).contains(statement))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(list(statement.get("Action"))).containsExactly((Object[]) actions.split(" "));
                    assertThat(list(statement.get("Resource")))
                            .containsExactly(Stream.of(places.split(" "))
                                    .map(LAKE::concat)
                                    .toArray());
                    assertThat(statement)
                            .containsEntry(
                                    "Condition",
                                    Map.of("DateLessThan", Map.of("aws:CurrentTime", "2026-11-29T09:00:00Z")));
                });
    }

    @Test
    void whoRunsStrangersSqlForgesNoRecordAndNoMarker() {
        assertThat(ResolvedTemplate.whole("OldLayoutUntil", "2026-11-29T09:00:00Z")
                        .statements("QueryRole"))
                .filteredOn(statement -> list(statement.get("Action")).contains("s3:PutObject"))
                .flatExtracting(statement -> list(statement.get("Resource")))
                .containsExactly(LAKE + "_duckboard/results/*", LAKE + "results/*");
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

    private Set<String> actions(String role) {
        var actions = new TreeSet<String>();
        template.statements(role)
                .forEach(statement -> list(statement.get("Action")).forEach(action -> actions.add(action.toString())));
        return actions;
    }

    private Set<String> placesOf(String role, String action) {
        var places = new TreeSet<String>();
        template.statements(role).stream()
                .filter(statement -> list(statement.get("Action")).stream().anyMatch(action::equals))
                .flatMap(statement -> list(statement.get("Resource")).stream())
                .forEach(resource -> places.add(resource.toString().substring(LAKE.length())));
        return places;
    }

    private static boolean isOfS3(Map<String, Object> statement) {
        return list(statement.get("Action")).getFirst().toString().startsWith("s3:");
    }
}
