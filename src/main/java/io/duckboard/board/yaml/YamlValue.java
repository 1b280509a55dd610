package io.duckboard.board.yaml;

import io.duckboard.board.Spot;
import io.duckboard.board.SqlText;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML file, and where it stands. */
public final class YamlValue {

    private final String file;
    private final List<String> lines;
    private final Node node;

    /** @param lines of the whole file */
    YamlValue(String file, List<String> lines, Node node) {
        this.file = file;
        this.lines = lines;
        this.node = node;
    }

    /** A name and its value. */
    public record Entry(String name, Spot spot, YamlValue value) {}

    public Spot spot() {
        return new Spot(
                file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }

    public boolean isNothing() {
        return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
    }

    /** The entries of a mapping; empty if this is something else. */
    public Optional<List<Entry>> entries() {
        return node instanceof MappingNode mapping
                ? Optional.of(mapping.getValue().stream().map(this::entry).toList())
                : Optional.empty();
    }

    private Entry entry(NodeTuple tuple) {
        var key = new YamlValue(file, lines, tuple.getKeyNode());
        return new Entry(key.text().orElse(""), key.spot(), new YamlValue(file, lines, tuple.getValueNode()));
    }

    /** The items of a list; empty if this is something else. */
    public Optional<List<YamlValue>> items() {
        return node instanceof SequenceNode sequence
                ? Optional.of(sequence.getValue().stream()
                        .map(item -> new YamlValue(file, lines, item))
                        .toList())
                : Optional.empty();
    }

    /** A text, number or the like as it is written; empty if this is a mapping or a list. */
    public Optional<String> text() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** Whether it is a number without quotes. */
    public boolean isNumber() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && (Tag.INT.equals(scalar.getTag()) || Tag.FLOAT.equals(scalar.getTag()));
    }

    /** A text as SQL, whose places can be told unless YAML has folded it. Empty as {@link #text()} is. */
    public Optional<SqlText> sql() {
        if (!(node instanceof ScalarNode scalar)) {
            return Optional.empty();
        }
        String text = scalar.getValue();
        return Optional.of(
                switch (scalar.getScalarStyle()) {
                    case LITERAL ->
                        new SqlText(
                                text,
                                new Spot(file, spot().line() + 1, indentation(text) + 1),
                                SqlText.Writing.AS_IT_IS);
                    case PLAIN ->
                        new SqlText(text, spot(), isOnOneLine() ? SqlText.Writing.AS_IT_IS : SqlText.Writing.CHANGED);
                    case FOLDED, DOUBLE_QUOTED, SINGLE_QUOTED, JSON_SCALAR_STYLE ->
                        new SqlText(text, spot(), SqlText.Writing.CHANGED);
                });
    }

    private boolean isOnOneLine() {
        return node.getStartMark().getLine() == node.getEndMark().getLine();
    }

    /** How far a literal's lines are indented in the file, seen at its first line that is not blank. */
    private int indentation(String text) {
        List<String> content = text.lines().toList();
        for (int i = 0; i < content.size(); i++) {
            int line = spot().line() + i;
            if (!content.get(i).isBlank() && line < lines.size()) {
                return Math.max(0, blanks(lines.get(line)) - blanks(content.get(i)));
            }
        }
        return 0;
    }

    private static int blanks(String line) {
        return line.length() - line.stripLeading().length();
    }
}
