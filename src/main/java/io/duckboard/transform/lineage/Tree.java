package io.duckboard.transform.lineage;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A node of the parser's tree. What is missing is empty: DuckDB may leave out what has its default. */
record Tree(JsonNode node) {

    /** An expression's kind; empty where it is none. */
    String expression() {
        return text("class");
    }

    String type() {
        return text("type");
    }

    String text(String name) {
        return node.path(name).stringValue("");
    }

    boolean is(String name) {
        return node.path(name).booleanValue(false);
    }

    /** An empty one where there is none. */
    Tree child(String name) {
        return new Tree(node.path(name));
    }

    boolean isThere() {
        return node.isObject();
    }

    List<Tree> children(String name) {
        return child(name).elements().filter(Tree::isThere).toList();
    }

    /** Of a list; of anything else none. */
    Stream<Tree> elements() {
        return node.isArray() ? node.valueStream().map(Tree::new) : Stream.empty();
    }

    List<String> texts(String name) {
        return child(name)
                .elements()
                .map(Tree::node)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    /** Whether a member says something. */
    boolean has(String name) {
        JsonNode member = node.path(name);
        return member.isContainer() ? !member.isEmpty() : !member.isMissingNode() && !member.isNull();
    }

    /** The expressions right below, whatever lies between. */
    Stream<Tree> expressions() {
        return node.valueStream().flatMap(Tree::expressionsAt);
    }

    private static Stream<Tree> expressionsAt(JsonNode value) {
        var tree = new Tree(value);
        return tree.expression().isEmpty() ? tree.expressions() : Stream.of(tree);
    }
}
