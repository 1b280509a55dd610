package io.duckboard.transform.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of a project in dbt's selection syntax: names, {@code +name}, {@code name+}, {@code 2+name+1}, {@code @name},
 * {@code tag:x}, {@code source:s.t}, {@code exposure:x}, {@code path:models/x}, {@code *}. A space or another entry
 * means "or", a comma means "and".
 */
public final class Selection {

    /** Selects the whole project. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    private final List<List<Selector>> selects;
    private final List<List<Selector>> excludes;

    private Selection(List<List<Selector>> selects, List<List<Selector>> excludes) {
        this.selects = selects;
        this.excludes = excludes;
    }

    /**
     * Parses what to select, and what to exclude from it.
     *
     * @param selects the selectors; if there are none, everything is selected
     * @throws IllegalArgumentException if one of them is not a selector; the message says what it should be
     */
    public static Selection parse(List<String> selects, List<String> excludes) {
        return new Selection(unions(selects), unions(excludes));
    }

    private static List<List<Selector>> unions(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .filter(text -> !text.isEmpty())
                .map(text -> Stream.of(text.split(",")).map(Selector::parse).toList())
                .toList();
    }

    /** Returns the selected nodes of a project. Tests of selected models and sources are included. */
    public Selected in(Graph graph) {
        var unmatched = new ArrayList<String>();
        Set<String> taken = selects.isEmpty() ? graph.all() : withTests(union(selects, graph, unmatched), graph);
        Set<String> left = withTests(union(excludes, graph, unmatched), graph);
        var ordered = new LinkedHashSet<String>();
        graph.all().stream()
                .filter(id -> taken.contains(id) && !left.contains(id))
                .forEach(ordered::add);
        return new Selected(ordered, unmatched);
    }

    /** Adds the tests of the nodes that are found, by dbt's rules. */
    private static Set<String> withTests(Set<String> found, Graph graph) {
        Set<String> all = new LinkedHashSet<>(found);
        graph.nodes().stream()
                .filter(node -> node.kind() == GraphNode.Kind.TEST)
                .filter(node -> node.dependsOn().stream().anyMatch(found::contains))
                .forEach(node -> all.add(node.uniqueId()));
        return all;
    }

    private static Set<String> union(List<List<Selector>> unions, Graph graph, List<String> unmatched) {
        var found = new LinkedHashSet<String>();
        for (List<Selector> intersection : unions) {
            Set<String> all = new LinkedHashSet<>(graph.all());
            for (Selector selector : intersection) {
                Set<String> matched = selector.in(graph);
                if (matched.isEmpty()) {
                    unmatched.add(selector.text());
                }
                all.retainAll(matched);
            }
            found.addAll(all);
        }
        return found;
    }
}
