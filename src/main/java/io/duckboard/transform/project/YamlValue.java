package io.duckboard.transform.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML file, and its line. */
final class YamlValue {

    /** An alias can contain itself. */
    private static final int DEEPEST = 30;

    private final String file;
    private final Node node;
    private final Problems problems;

    YamlValue(String file, Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    Place place() {
        return new Place(file, node.getStartMark().getLine() + 1);
    }

    Problems problems() {
        return problems;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isNothing() {
        return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
    }

    /** Returns the values by name. Empty, with a problem, if this is not a mapping. */
    Map<String, YamlValue> map(String what) {
        if (isNothing()) {
            return Map.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(place(), what + " should be a mapping, name: value.", "");
            return Map.of();
        }
        var values = new LinkedHashMap<String, YamlValue>();
        for (NodeTuple tuple : mapping.getValue()) {
            var value = new YamlValue(file, tuple.getValueNode(), problems);
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (key.equals("<<") && value.isMap()) {
                value.map(what).forEach(values::putIfAbsent);
            } else if (values.put(key, value) != null) {
                problems.add(
                        new YamlValue(file, tuple.getKeyNode(), problems).place(),
                        "“" + key + "” is there twice.",
                        "Keep one of them.");
            }
        }
        return values;
    }

    /** Returns the items. Empty, with a problem, if this is not a list. */
    List<YamlValue> list(String what) {
        if (isNothing()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(place(), what + " should be a list, each item after “- ”.", "");
            return List.of();
        }
        return sequence.getValue().stream()
                .map(item -> new YamlValue(file, item, problems))
                .toList();
    }

    /** Returns the text as written. Empty, with a problem, if this is a mapping or a list. */
    Optional<String> text(String what) {
        if (node instanceof ScalarNode scalar) {
            return isNothing() ? Optional.empty() : Optional.of(scalar.getValue());
        }
        problems.add(place(), what + " should be a text.", "");
        return Optional.empty();
    }

    /**
     * Returns a text, whole number, decimal number or Boolean, or lists and maps of such; an empty text for nothing.
     */
    Object value() {
        return value(node, 0);
    }

    private Object value(Node node, int depth) {
        if (depth > DEEPEST) {
            problems.add(place(), "This is nested too deeply.", "");
            return "";
        }
        return switch (node) {
            case MappingNode mapping -> {
                var values = new LinkedHashMap<String, Object>();
                for (NodeTuple tuple : mapping.getValue()) {
                    values.put(
                            String.valueOf(value(tuple.getKeyNode(), depth + 1)),
                            value(tuple.getValueNode(), depth + 1));
                }
                yield values;
            }
            case SequenceNode sequence -> {
                var items = new ArrayList<Object>();
                sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
                yield items;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> "";
        };
    }

    private static Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (Tag.BOOL.equals(scalar.getTag())) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on");
        }
        if (Tag.NULL.equals(scalar.getTag())) {
            return "";
        }
        try {
            if (Tag.INT.equals(scalar.getTag())) {
                return Long.valueOf(text.replace("_", ""));
            }
            if (Tag.FLOAT.equals(scalar.getTag())) {
                return Double.valueOf(text.replace("_", ""));
            }
        } catch (NumberFormatException e) {
            // Hexadecimal and sexagesimal numbers stay texts, as written.
            return text;
        }
        return text;
    }
}
