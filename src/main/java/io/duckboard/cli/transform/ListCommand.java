package io.duckboard.cli.transform;

import io.duckboard.cli.project.ProjectOptions;
import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.graph.GraphNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.jr.ob.JSON;

@Command(name = "ls", description = "List the project's nodes.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    @Mixin
    private final GlobalOptions options;

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    ListCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        CompiledProject compiled = project.compiled(options);
        Set<String> selected = project.selection(compiled).in(compiled.graph()).uniqueIds();
        List<GraphNode> nodes = compiled.graph().nodes().stream()
                .filter(node -> selected.contains(node.uniqueId()))
                .toList();
        options.terminal().out().println(options.json() ? json(nodes) : text(nodes));
    }

    private static String text(List<GraphNode> nodes) {
        return String.join("\n", nodes.stream().map(GraphNode::uniqueId).toList());
    }

    private static String json(List<GraphNode> nodes) {
        return JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .asString(nodes.stream().map(ListCommand::members).toList());
    }

    private static Map<String, Object> members(GraphNode node) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", node.uniqueId());
        members.put("kind", node.kind().name().toLowerCase(Locale.ROOT));
        members.put("dependsOn", List.copyOf(node.dependsOn()));
        return members;
    }
}
