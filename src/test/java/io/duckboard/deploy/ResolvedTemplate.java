package io.duckboard.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.yaml.snakeyaml.Yaml;

/**
 * The stack's template as CloudFormation sees it: with the parameters' values, and without the parts whose conditions
 * are false.
 */
@NullUnmarked // The tests know which parts of the YAML tree exist.
final class ResolvedTemplate {

    static final String STACK = "duck";

    private static final Map<String, String> EVERYTHING = Map.of(
            "CodeBucket", "the-code",
            "CodeKey", "engine.zip",
            "LakeBucket", "the-lake",
            "LakePrefix", "trips/",
            "AlarmEmail", "someone@example.org",
            "FunctionUrl", "true");
    static final String ACCOUNT = "123456789012";
    static final String REGION = "us-east-1";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    /** Stands for {@code AWS::NoValue} until it is removed. */
    private enum Nothing {
        HERE
    }

    private final Map<String, Object> read;
    private final Map<String, String> parameters = new HashMap<>();

    private ResolvedTemplate(Map<String, Object> read) {
        this.read = read;
    }

    /** Resolves the template with all optional parts, over a folder of a lake. */
    static ResolvedTemplate whole() {
        return with(EVERYTHING);
    }

    /** Does the same with one different parameter. */
    static ResolvedTemplate whole(String parameter, String value) {
        var parameters = new HashMap<>(EVERYTHING);
        parameters.put(parameter, value);
        return with(parameters);
    }

    /** @param given values for parameters without a default, and for those that should differ from it */
    static ResolvedTemplate with(Map<String, String> given) {
        try (InputStream yaml = ResolvedTemplate.class.getResourceAsStream("template.yaml")) {
            var template = new ResolvedTemplate(new Yaml().load(Objects.requireNonNull(yaml)));
            template.parameters().forEach((name, parameter) -> {
                Object value = given.getOrDefault(name, Objects.toString(parameter.get("Default"), null));
                template.parameters.put(
                        name, Objects.requireNonNull(value, name).toString());
            });
            return template;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Map<String, Object>> parameters() {
        return maps(read.get("Parameters"));
    }

    /** Returns all resources that are created, by logical id. References between them are not followed. */
    Map<String, Map<String, Object>> resources() {
        var made = new LinkedHashMap<String, Map<String, Object>>();
        maps(read.get("Resources")).forEach((id, resource) -> {
            if (!(resource.get("Condition") instanceof String condition) || holds(condition)) {
                made.put(id, map(resolved(resource)));
            }
        });
        return made;
    }

    Map<String, Map<String, Object>> resources(String type) {
        var some = new LinkedHashMap<>(resources());
        some.values().removeIf(resource -> !resource.get("Type").equals(type));
        return some;
    }

    Map<String, Object> properties(String id) {
        return map(resources().get(id).get("Properties"));
    }

    Map<String, Object> outputs() {
        var made = new LinkedHashMap<String, Object>();
        maps(read.get("Outputs")).forEach((name, output) -> {
            if (!(output.get("Condition") instanceof String condition) || holds(condition)) {
                made.put(name, resolved(output.get("Value")));
            }
        });
        return made;
    }

    /** Returns the statements of a role's own policies. */
    List<Map<String, Object>> statements(String role) {
        var statements = new ArrayList<Map<String, Object>>();
        for (Object policy : list(properties(role).get("Policies"))) {
            for (Object statement : list(map(map(policy).get("PolicyDocument")).get("Statement"))) {
                statements.add(map(statement));
            }
        }
        return statements;
    }

    private boolean holds(String condition) {
        return isTrue(map(read.get("Conditions")).get(condition));
    }

    private boolean isTrue(Object written) {
        Map.Entry<String, Object> function = map(written).entrySet().iterator().next();
        List<Object> arguments = list(function.getValue());
        return switch (function.getKey()) {
            case "Fn::Not" -> !isTrue(arguments.getFirst());
            case "Fn::Equals" ->
                resolved(arguments.getFirst())
                        .toString()
                        .equals(resolved(arguments.getLast()).toString());
            default -> throw new IllegalArgumentException("Not a condition: " + written);
        };
    }

    private Object resolved(Object written) {
        return switch (written) {
            case Map<?, ?> map
            when map.size() == 1 && isFunction(map.keySet()) -> {
                Map.Entry<String, Object> function =
                        map(map).entrySet().iterator().next();
                yield call(function.getKey(), function.getValue());
            }
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<String, Object>();
                map(map).forEach((key, value) -> values.put(key, resolved(value)));
                values.values().removeIf(Nothing.class::isInstance);
                yield values;
            }
            case List<?> list ->
                list.stream()
                        .map(this::resolved)
                        .filter(value -> !(value instanceof Nothing))
                        .toList();
            default -> written;
        };
    }

    private static boolean isFunction(Iterable<?> keys) {
        String key = keys.iterator().next().toString();
        return key.equals("Ref") || key.startsWith("Fn::");
    }

    private Object call(String function, Object argument) {
        return switch (function) {
            case "Ref" -> reference(argument.toString());
            case "Fn::GetAtt" ->
                attribute(
                        list(argument).getFirst().toString(),
                        list(argument).getLast().toString());
            case "Fn::If" ->
                resolved(list(argument).get(holds(list(argument).getFirst().toString()) ? 1 : 2));
            case "Fn::Split" ->
                List.of(resolved(list(argument).getLast())
                        .toString()
                        .split(Pattern.quote(list(argument).getFirst().toString())));
            case "Fn::Select" ->
                list(resolved(list(argument).getLast()))
                        .get((int) list(argument).getFirst());
            case "Fn::Sub" ->
                argument instanceof List<?> both
                        ? substituted(both.getFirst().toString(), map(both.getLast()))
                        : substituted(argument.toString(), Map.of());
            default -> throw new IllegalArgumentException("Not known here: " + function);
        };
    }

    private String substituted(String text, Map<String, Object> variables) {
        return VARIABLE.matcher(text)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        variable(variable.group(1), variables).toString()));
    }

    private Object variable(String name, Map<String, Object> variables) {
        if (variables.containsKey(name)) {
            return resolved(variables.get(name));
        }
        int dot = name.indexOf('.');
        return dot < 0 ? reference(name) : attribute(name.substring(0, dot), name.substring(dot + 1));
    }

    private Object reference(String name) {
        return switch (name) {
            case "AWS::NoValue" -> Nothing.HERE;
            case "AWS::StackName" -> STACK;
            case "AWS::AccountId" -> ACCOUNT;
            case "AWS::Region" -> REGION;
            case "AWS::Partition" -> "aws";
            default -> parameters.containsKey(name) ? parameters.get(name) : name(name);
        };
    }

    /** Returns the resource's name, or its logical id if it has none. */
    private Object name(String id) {
        Map<String, Object> resource = maps(read.get("Resources")).get(id);
        return switch (resource.get("Type").toString()) {
            case "AWS::S3::Bucket" -> resolved(map(resource.get("Properties")).get("BucketName"));
            case "AWS::Lambda::Function" ->
                resolved(map(resource.get("Properties")).get("FunctionName"));
            case "AWS::Logs::LogGroup" ->
                resolved(map(resource.get("Properties")).get("LogGroupName"));
            default -> id;
        };
    }

    private Object attribute(String id, String attribute) {
        Object type = maps(read.get("Resources")).get(id).get("Type");
        if (attribute.equals("Arn") && type.equals("AWS::S3::Bucket")) {
            return "arn:aws:s3:::" + name(id);
        }
        if (attribute.equals("Arn") && type.equals("AWS::Logs::LogGroup")) {
            return "arn:aws:logs:" + REGION + ":" + ACCOUNT + ":log-group:" + name(id) + ":*";
        }
        return id + "." + attribute;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> maps(Object value) {
        return (Map<String, Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of(value);
    }
}
