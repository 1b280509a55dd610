package io.duckboard.board.file;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as it is written: one mapping line by line, or on one line. Texts that would be read otherwise are quoted. */
final class YamlTree {

    private final List<NodeTuple> members = new ArrayList<>();

    YamlTree put(String key, Node value) {
        members.add(new NodeTuple(text(key), value));
        return this;
    }

    YamlTree put(String key, String value) {
        return put(key, text(value));
    }

    YamlTree put(String key, int value) {
        return put(key, number(value));
    }

    YamlTree first(String key, String value) {
        members.addFirst(new NodeTuple(text(key), text(value)));
        return this;
    }

    YamlTree putAny(String key, Optional<? extends Node> value) {
        value.ifPresent(node -> put(key, node));
        return this;
    }

    YamlTree putUnlessEmpty(String key, String value) {
        return value.isEmpty() ? this : put(key, value);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Node lines() {
        return new MappingNode(Tag.MAP, members, DumperOptions.FlowStyle.BLOCK);
    }

    Node oneLine() {
        return new MappingNode(Tag.MAP, members, DumperOptions.FlowStyle.FLOW);
    }

    static Node lines(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, DumperOptions.FlowStyle.BLOCK);
    }

    static Node oneLine(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, DumperOptions.FlowStyle.FLOW);
    }

    /** On one line, whatever is in it. */
    static Node text(String text) {
        return scalar(
                Tag.STR,
                text,
                text.lines().limit(2).count() > 1 || text.endsWith("\n")
                        ? DumperOptions.ScalarStyle.DOUBLE_QUOTED
                        : DumperOptions.ScalarStyle.PLAIN);
    }

    /** Line by line as it is, where it has several lines. */
    static Node block(String text) {
        return text.contains("\n") ? scalar(Tag.STR, text, DumperOptions.ScalarStyle.LITERAL) : text(text);
    }

    static Node number(int number) {
        return scalar(Tag.INT, String.valueOf(number), DumperOptions.ScalarStyle.PLAIN);
    }

    static Node number(BigDecimal number) {
        String plain = number.toPlainString();
        return scalar(plain.contains(".") ? Tag.FLOAT : Tag.INT, plain, DumperOptions.ScalarStyle.PLAIN);
    }

    static Node truth(boolean truth) {
        return scalar(Tag.BOOL, String.valueOf(truth), DumperOptions.ScalarStyle.PLAIN);
    }

    /** A word or date that is written without quotes, though YAML takes it for something else than a text. */
    static Node bare(String word) {
        return scalar(new Yaml().compose(new StringReader(word)).getTag(), word, DumperOptions.ScalarStyle.PLAIN);
    }

    private static Node scalar(Tag tag, String text, DumperOptions.ScalarStyle style) {
        return new ScalarNode(tag, text, null, null, style);
    }

    /** The whole of it as text. */
    static String written(Node root) {
        var options = new DumperOptions();
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        var text = new StringWriter();
        new Yaml(options).serialize(root, text);
        return text.toString();
    }
}
