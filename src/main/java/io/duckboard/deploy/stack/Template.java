package io.duckboard.deploy.stack;

import io.duckboard.engine.catalog.journal.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The template {@code engine-lambda/template.yaml}, prepared for one deployment. */
public final class Template {

    private static final String FILE = "/io/duckboard/deploy/template.yaml";

    private static final List<String> FUNCTIONS = List.of("Query", "Transform", "Control");

    /** The property of a function that is not part of its versions. */
    private static final String NOT_VERSIONED = "ReservedConcurrentExecutions";

    /** This many digits of a digest are enough to distinguish versions of one function. */
    private static final int DIGITS = 10;

    private final Map<String, Object> tree;

    private Template(Map<String, Object> tree) {
        this.tree = tree;
    }

    /** Returns the template that comes with this version of Duckboard. */
    public static Template shipped() {
        try (InputStream yaml = Objects.requireNonNull(Template.class.getResourceAsStream(FILE))) {
            return new Template(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the parameters with their default values, or an empty text if there is no default. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        member(tree, "Parameters")
                .forEach((name, parameter) ->
                        parameters.put(name, String.valueOf(map(parameter).getOrDefault("Default", ""))));
        return parameters;
    }

    /**
     * Returns the template as JSON, for these parameters. The name of a version in it depends on everything the version
     * consists of. So other code or settings create a new version, and the same ones do not, since CloudFormation
     * treats a new version without any change as an error.
     *
     * @param codeDigest the digest of the engine's package
     * @param plan what the schedule sends, as JSON
     */
    public String json(Map<String, String> parameters, String codeDigest, String plan) {
        Map<String, Object> resources = new LinkedHashMap<>(member(tree, "Resources"));
        resources.computeIfPresent("TransformSchedule", (_, schedule) -> scheduling(map(schedule), plan));
        var whole = new LinkedHashMap<>(tree);
        whole.put("Resources", resources);
        String json = JsonMapper.shared().writeValueAsString(whole);
        for (String function : FUNCTIONS) {
            String version = function + "Version";
            json = json.replace(
                    '"' + version + '"', '"' + version + digest(resources, function, parameters, codeDigest) + '"');
        }
        return json;
    }

    private static Map<String, Object> scheduling(Map<String, Object> schedule, String plan) {
        var target = new LinkedHashMap<>(member(member(schedule, "Properties"), "Target"));
        target.put("Input", plan);
        var properties = new LinkedHashMap<>(member(schedule, "Properties"));
        properties.put("Target", target);
        var scheduling = new LinkedHashMap<>(schedule);
        scheduling.put("Properties", properties);
        return scheduling;
    }

    private static String digest(
            Map<String, Object> resources, String function, Map<String, String> parameters, String codeDigest) {
        var properties = new LinkedHashMap<>(member(member(resources, function + "Function"), "Properties"));
        properties.remove(NOT_VERSIONED);
        String json = JsonMapper.shared().writeValueAsString(properties);
        var of = new StringBuilder(codeDigest).append(json);
        // The code's key is only another name for its digest.
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.startsWith("Code") && json.matches("(?s).*[\"{]" + name + "[\"}].*")) {
                of.append('\n').append(name).append('=').append(value);
            }
        });
        return Sha256.of(of.toString()).substring(0, DIGITS);
    }

    private static Map<String, Object> member(Map<String, Object> of, String name) {
        return map(Objects.requireNonNull(of.get(name), name));
    }

    @SuppressWarnings("unchecked") // YAML is read into this type.
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
