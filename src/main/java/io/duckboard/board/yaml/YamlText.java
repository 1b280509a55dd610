package io.duckboard.board.yaml;

import io.duckboard.board.Spot;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** The text of a YAML file, and its tree. Nothing that the file names is created. */
public final class YamlText {

    /** In bytes and characters. A dashboard of a hundred tiles has 30 kB. */
    public static final int LARGEST = 1 << 20;

    public static final String TOO_LARGE = "The file is larger than 1 MB.";

    private static final int DEEPEST = 20;

    private static final String HINT =
            "Look at the indentation, and quote texts that hold “: ” or start with a special character.";

    private final String file;
    private final String text;

    public YamlText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The tree; empty, with an error, if this is not YAML, and empty without one if there is nothing in it. */
    public Optional<YamlValue> parse(Problems problems) {
        if (text.length() > LARGEST) {
            problems.error(Spot.startOf(file), TOO_LARGE, "Split it into several dashboards.");
            return Optional.empty();
        }
        try {
            return isRefused(problems) ? Optional.empty() : composed();
        } catch (MarkedYAMLException e) {
            problems.error(spot(e.getProblemMark()), "This is no valid YAML: " + e.getProblem() + ".", HINT);
        } catch (YAMLException e) {
            problems.error(Spot.startOf(file), "This is no valid YAML: " + firstLine(e) + ".", HINT);
        }
        return Optional.empty();
    }

    private Optional<YamlValue> composed() {
        @SuppressWarnings("NullAway") // Composing an empty file gives null, which its signature does not say.
        Optional<Node> root = Optional.ofNullable(yaml().compose(new StringReader(text)));
        List<String> lines = text.lines().toList();
        return root.map(node -> new YamlValue(file, lines, node)).filter(value -> !value.isNothing());
    }

    /** Aliases make a small file a tree of any size, even an endless one; so does depth the stack. */
    private boolean isRefused(Problems problems) {
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            switch (event) {
                case AliasEvent alias -> {
                    problems.error(
                            spot(alias.getStartMark()),
                            "“*" + alias.getAnchor() + "” is an alias, and aliases are not read.",
                            "Write the value again.");
                    return true;
                }
                case CollectionStartEvent start -> {
                    depth++;
                    if (depth > DEEPEST) {
                        problems.error(
                                spot(start.getStartMark()),
                                "This is nested more than " + DEEPEST + " deep.",
                                "A dashboard needs five levels.");
                        return true;
                    }
                }
                case CollectionEndEvent _ -> depth--;
                default -> {}
            }
        }
        return false;
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(2 * DEEPEST);
        return new Yaml(options);
    }

    private Spot spot(@Nullable Mark mark) {
        return mark == null ? Spot.startOf(file) : new Spot(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
