package io.duckboard.transform.lineage;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A node of the parser's tree. A missing member counts as empty: DuckDB may leave out members with default values. */
record Tree(JsonNode node) {

    /** Returns an expression's kind; empty if this is not an expression. */
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

    /** Returns the child, or an empty node if there is none. */
    Tree child(String name) {
        return new Tree(node.path(name));
    }

    boolean isThere() {
        return node.isObject();
    }

    List<Tree> children(String name) {
        return child(name).elements().filter(Tree::isThere).toList();
    }

    /** Returns the elements of a list; empty if this is not a list. */
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

    /** Whether a member exists and is not empty. */
    boolean has(String name) {
        JsonNode member = node.path(name);
        return member.isContainer() ? !member.isEmpty() : !member.isMissingNode() && !member.isNull();
    }

    /** Returns the nearest expressions below this node, whatever nodes are between. */
    Stream<Tree> expressions() {
        return node.valueStream().flatMap(Tree::expressionsAt);
    }

    private static Stream<Tree> expressionsAt(JsonNode value) {
        var tree = new Tree(value);
        return tree.expression().isEmpty() ? tree.expressions() : Stream.of(tree);
    }
}
