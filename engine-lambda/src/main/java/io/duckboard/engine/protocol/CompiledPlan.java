package io.duckboard.engine.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The compiled form of a project. It contains everything that the transform needs, so that a schedule can send it.
 *
 * @param project the project's name
 * @param nodes each model comes after those it depends on; each test comes as soon as its models are there and before
 *     anything that is made from them
 */
public record CompiledPlan(String project, List<Node> nodes) {

    /** The version of the JSON layout. An engine refuses any other version. */
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
