package io.duckboard.transform.graph;

import io.duckboard.transform.graph.GraphNode.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the selectors of a selection.
 *
 * @param up how many levels of the nodes that it reads are included
 * @param down how many levels of the nodes that read it are included
 * @param builds whether everything that those nodes need is included too, as {@code @} means
 */
record Selector(String text, String method, String value, int up, int down, boolean builds) {

    private static final Pattern FORM = Pattern.compile(
            "(?<builds>@)?(?:(?<up>\\d*)\\+)?(?:(?<method>[a-z_]+):)?(?<value>[^+@:]+)(?:\\+(?<down>\\d*))?");

    private static final List<String> METHODS =
            List.of("tag", "source", "exposure", "path", "model", "test", "resource_type", "fqn");

    static Selector parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "“" + text + "” selects nothing. Write a model's name, +name, name+, tag:…, source:… or path:….");
        }
        String method = form.group("method") == null ? "" : form.group("method");
        if (!method.isEmpty() && !METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "“" + method + ":” is no way to select. Known are " + String.join(": ", METHODS) + ":.");
        }
        return new Selector(
                text,
                method,
                form.group("value"),
                steps(form.group("up")),
                steps(form.group("down")),
                form.group("builds") != null);
    }

    private static int steps(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        return digits.isEmpty() || digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    Set<String> in(Graph graph) {
        var found = new LinkedHashSet<String>();
        for (GraphNode node : graph.nodes()) {
            if (matches(node)) {
                found.add(node.uniqueId());
            }
        }
        Set<String> all = new LinkedHashSet<>(found);
        all.addAll(walk(found, up, graph::parents));
        Set<String> below = walk(found, builds ? Integer.MAX_VALUE : down, graph::children);
        all.addAll(below);
        if (builds) {
            all.addAll(walk(all, Integer.MAX_VALUE, graph::parents));
        }
        return all;
    }

    private static Set<String> walk(Set<String> from, int steps, Function<String, Set<String>> next) {
        Set<String> reached = new LinkedHashSet<>();
        Set<String> edge = from;
        for (int i = 0; i < steps && !edge.isEmpty(); i++) {
            var further = new LinkedHashSet<String>();
            edge.forEach(id -> next.apply(id).stream().filter(reached::add).forEach(further::add));
            edge = further;
        }
        return reached;
    }

    private boolean matches(GraphNode node) {
        return switch (method) {
            case "tag" -> node.tags().stream().anyMatch(this::like);
            case "source" -> node.kind() == Kind.SOURCE && byPath(node);
            case "exposure" -> node.kind() == Kind.EXPOSURE && like(node.name());
            case "model" -> node.kind() == Kind.MODEL && like(node.name());
            case "test" -> node.kind() == Kind.TEST && like(node.name());
            case "resource_type" -> like(node.kind().name().toLowerCase(Locale.ROOT));
            case "path" -> below(node);
            case "fqn" -> byName(node);
            default -> (value.contains("/") || value.endsWith(".sql")) ? below(node) : byName(node);
        };
    }

    /** Like dbt, matches the name, or the path to it from the project's name or from the folder of models. */
    private boolean byName(GraphNode node) {
        if (node.kind() == Kind.SOURCE || node.kind() == Kind.EXPOSURE) {
            return false;
        }
        return like(node.name())
                || byPath(node)
                || startsWith(node.path().subList(1, node.path().size()));
    }

    private boolean byPath(GraphNode node) {
        return startsWith(node.path());
    }

    private boolean startsWith(List<String> path) {
        List<String> parts = Pattern.compile("\\.").splitAsStream(value).toList();
        if (parts.size() > path.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!like(parts.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean below(GraphNode node) {
        String path = value.startsWith("./") ? value.substring(2) : value;
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return like(folder, node.file()) || node.file().startsWith(folder + "/") || like(folder + "/*", node.file());
    }

    private boolean like(String name) {
        return like(value, name);
    }

    private static boolean like(String glob, String name) {
        if (!glob.contains("*") && !glob.contains("?")) {
            return glob.equals(name);
        }
        var pattern = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.matches(pattern.toString(), name);
    }
}
