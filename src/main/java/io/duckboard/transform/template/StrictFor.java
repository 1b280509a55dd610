package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.ForTag;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.parse.TagToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loops over lists, maps and texts only; Jinjava would run the loop once for any other value. */
final class StrictFor extends ForTag {

    private static final long serialVersionUID = 1L;

    private static final Pattern IF = Pattern.compile("\\bif\\b");
    private static final Pattern ELSE = Pattern.compile("\\belse\\b");

    @Override
    public String interpretUnchecked(TagNode node, JinjavaInterpreter interpreter) {
        try {
            refuseElse(node);
            return super.interpretUnchecked(node, interpreter);
        } catch (TemplateProblem e) {
            ((TemplateInterpreter) interpreter).report(e);
            return "";
        }
    }

    @Override
    public String renderForCollection(
            TagNode node, JinjavaInterpreter interpreter, List<String> names, @Nullable Object collection) {
        var strict = (TemplateInterpreter) interpreter;
        try {
            Collection<?> items = items(node, collection, strict);
            strict.steps(1 + items.size());
            return super.renderForCollection(node, interpreter, names, items);
        } catch (TemplateProblem e) {
            strict.report(e);
            return "";
        }
    }

    /** Jinjava would take the if for a condition of the whole list, and would write the else in each pass. */
    private static void refuseElse(TagNode node) {
        String helpers = ((TagToken) node.getMaster()).getHelpers().replaceAll("'[^']*'|\"[^\"]*\"", "");
        if (IF.matcher(helpers).find() && !ELSE.matcher(helpers).find()) {
            throw new TemplateProblem("“for … if” is not supported.", "Put an if into the loop.");
        }
        if (node.getChildren().stream()
                .anyMatch(child -> child instanceof TagNode tag && tag.getName().equals("else"))) {
            throw new TemplateProblem("“for … else” is not supported.", "Put an if around the loop.");
        }
    }

    private static Collection<?> items(TagNode node, @Nullable Object value, TemplateInterpreter interpreter) {
        return switch (value) {
            case null -> {
                if (interpreter.hasProblems()) {
                    yield List.of();
                }
                throw notToGoThrough(node);
            }
            case Undefined undefined -> throw undefined.problem();
            // The list is copied, so that a body that appends to its own list comes to an end.
            case Collection<?> list -> new ArrayList<>(list);
            case Map<?, ?> map -> new ArrayList<>(map.keySet());
            case String text -> new Letters(text);
            default -> throw notToGoThrough(node);
        };
    }

    private static TemplateProblem notToGoThrough(TagNode node) {
        return new TemplateProblem(
                "“for " + ((TagToken) node.getMaster()).getHelpers().strip() + "” has nothing to go through.",
                "Give it a list, a map or a text.");
    }
}
