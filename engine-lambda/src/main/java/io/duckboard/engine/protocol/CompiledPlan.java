package io.duckboard.engine.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a project compiles to: all that the transform needs to know, so that a schedule can send it.
 *
 * @param project its name
 * @param nodes models each after those it depends on, and each test as soon as its models are there: before anything
 *     that is made of them
 */
public record CompiledPlan(String project, List<Node> nodes) {

    /** The layout of the JSON; an engine refuses another one. */
    public static final int VERSION = 1;

    public CompiledPlan {
        nodes = testedEarly(nodes);
    }

    private static List<Node> testedEarly(List<Node> nodes) {
        List<Node> models = nodes.stream().filter(Node.Model.class::isInstance).toList();
        var tests = new ArrayList<>(nodes.stream()
                .filter(Predicate.not(Node.Model.class::isInstance))
                .toList());
        Set<String> missing = new HashSet<>(models.stream().map(Node::name).toList());
        var ordered = new ArrayList<Node>();
        move(tests, missing, ordered);
        for (Node model : models) {
            ordered.add(model);
            missing.remove(model.name());
            move(tests, missing, ordered);
        }
        return List.copyOf(ordered);
    }

    private static void move(List<Node> tests, Set<String> missing, List<Node> ordered) {
        List<Node> ready = tests.stream()
                .filter(test -> test.dependsOn().stream().noneMatch(missing::contains))
                .toList();
        ordered.addAll(ready);
        tests.removeAll(ready);
    }
}
