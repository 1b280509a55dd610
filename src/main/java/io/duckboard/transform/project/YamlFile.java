package io.duckboard.transform.project;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Parses a YAML file into a tree. It never creates an object of a class that the file names. */
final class YamlFile {

    private YamlFile() {}

    /** Returns the content. Empty if the file is empty, or, with a problem, if it is not YAML. */
    static Optional<YamlValue> parse(String file, String text, Problems problems) {
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(50);
            options.setNestingDepthLimit(50);
            @SuppressWarnings("NullAway") // Composing an empty file gives null, which its signature does not say.
            Optional<Node> root = Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
            return root.map(node -> new YamlValue(file, node, problems)).filter(value -> !value.isNothing());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(
                    new Place(file, line),
                    "This is no valid YAML: " + e.getProblem() + ".",
                    "Look at the indentation, and quote texts that hold “: ” or start with a special character.");
        } catch (YAMLException e) {
            problems.add(new Place(file, 0), "This is no valid YAML: " + e.getMessage(), "");
        }
        return Optional.empty();
    }
}
