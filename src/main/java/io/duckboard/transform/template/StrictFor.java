package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.ForTag;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.parse.TagToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through lists, maps and texts; Jinjava would go through anything else once. */
final class StrictFor extends ForTag {

    private static final long serialVersionUID = 1L;

    @Override
    public String renderForCollection(
            TagNode node, JinjavaInterpreter interpreter, List<String> names, @Nullable Object collection) {
        var strict = (TemplateInterpreter) interpreter;
        try {
            Collection<?> items = items(node, collection, strict);
            return super.renderForCollection(node, interpreter, names, items);
        } catch (TemplateProblem e) {
            strict.report(e);
            return "";
        }
    }

    private static Collection<?> items(TagNode node, @Nullable Object value, TemplateInterpreter interpreter) {
        interpreter.checkTime();
        return switch (value) {
            case null -> {
                if (interpreter.hasProblems()) {
                    yield List.of();
                }
                throw notToGoThrough(node);
            }
            case Undefined undefined -> throw undefined.problem();
            // Copies, so that a body that appends to its own list comes to an end.
            case Collection<?> list -> new ArrayList<>(list);
            case Map<?, ?> map -> new ArrayList<>(map.keySet());
            case String text -> text.chars().mapToObj(Character::toString).toList();
            default -> throw notToGoThrough(node);
        };
    }

    private static TemplateProblem notToGoThrough(TagNode node) {
        return new TemplateProblem(
                "“for " + ((TagToken) node.getMaster()).getHelpers().strip() + "” has nothing to go through.",
                "Give it a list, a map or a text.");
    }
}
