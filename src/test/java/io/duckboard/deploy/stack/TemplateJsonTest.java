package io.duckboard.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** A function gets a new version if anything in it changes, and only then. */
class TemplateJsonTest {

    private static final Pattern VERSION = Pattern.compile("\"((?:Query|Transform|Control)Version)([0-9a-f]{10})\"");

    private final Template template = Template.shipped();

    @Test
    void namesAVersionTheSameWhereItIsDefinedAndWhereItIsReferredTo() {
        assertThat(VERSION.matcher(json(Map.of(), "one"))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting())))
                .hasSize(3)
                .values()
                .containsOnly(2L);
    }

    @Test
    void makesTheSameVersionsOfTheSame() {
        assertThat(json(Map.of(), "one")).isEqualTo(json(Map.of(), "one"));
    }

    @Test
    void makesOtherVersionsOfOtherCode() {
        assertThat(versions(json(Map.of(), "other")).values())
                .doesNotContainAnyElementsOf(versions(json(Map.of(), "one")).values());
    }

    @Test
    void makesAnotherVersionOfTheFunctionWhoseMemoryIsAnother() {
        Map<String, String> before = versions(json(Map.of(), "one"));
        Map<String, String> after = versions(json(Map.of("QueryMemory", "4096"), "one"));

        assertThat(after.get("QueryVersion")).isNotEqualTo(before.get("QueryVersion"));
        assertThat(after.get("TransformVersion")).isEqualTo(before.get("TransformVersion"));
        assertThat(after.get("ControlVersion")).isEqualTo(before.get("ControlVersion"));
    }

    @Test
    void makesAnotherVersionOfTheControlFunctionAloneWhereOldMarkersAreNeeded() {
        Map<String, String> before = versions(json(Map.of(), "one"));
        Map<String, String> after = versions(json(Map.of("OldLayoutUntil", "2026-11-29T09:00:00Z"), "one"));

        assertThat(after.get("ControlVersion")).isNotEqualTo(before.get("ControlVersion"));
        assertThat(after.get("QueryVersion")).isEqualTo(before.get("QueryVersion"));
        assertThat(after.get("TransformVersion")).isEqualTo(before.get("TransformVersion"));
    }

    @Test
    void makesNoVersionOfWhatIsNotPartOfOne() {
        var others = Map.of(
                "QueryConcurrency", "20",
                "TransformConcurrency", "10",
                "AlarmEmail", "ann@example.com",
                "CallsPerDay", "5",
                "LogRetentionDays", "7",
                "Schedule", "",
                "CodeKey", "engine/another-name.zip");

        assertThat(versions(json(others, "one"))).isEqualTo(versions(json(Map.of(), "one")));
    }

    @Test
    void sendsThePlanByTheSchedule() throws Exception {
        String plan = "{\"run\":{\"version\":1,\"nodes\":[\"<'\\\"ü\"]}}";

        Map<String, Object> read = JSON.std.mapFrom(template.json(template.parameters(), "one", plan));

        assertThat(at(read, "Resources", "TransformSchedule", "Properties", "Target", "Input"))
                .isEqualTo(plan);
    }

    @Test
    void isSmallEnoughForARequest() {
        assertThat(json(Map.of(), "one").length()).isLessThan(TemplateSource.MOST_BYTES / 2);
    }

    private String json(Map<String, String> parameters, String digest) {
        var all = new HashMap<>(template.parameters());
        all.putAll(parameters);
        return template.json(all, digest, "{}");
    }

    private static Map<String, String> versions(String json) {
        return VERSION.matcher(json)
                .results()
                .collect(Collectors.toMap(version -> version.group(1), version -> version.group(2), (one, _) -> one));
    }

    private static Object at(Object tree, String... path) {
        Object at = tree;
        for (String name : path) {
            at = Objects.requireNonNull(((Map<?, ?>) at).get(name));
        }
        return at;
    }
}
