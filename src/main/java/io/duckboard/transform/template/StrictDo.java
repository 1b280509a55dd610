package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;

/** Calls something for its effect, and does not write its value. */
final class StrictDo implements Tag {

    private static final long serialVersionUID = 1L;

    @Override
    public String interpret(TagNode node, JinjavaInterpreter interpreter) {
        if (interpreter.resolveELExpression(node.getHelpers(), node.getLineNumber()) instanceof Undefined undefined) {
            ((TemplateInterpreter) interpreter).report(undefined.problem());
        }
        return "";
    }

    @Override
    public String getName() {
        return "do";
    }

    @Override
    @SuppressWarnings("NullAway") // Null tells Jinjava that the tag has no end.
    public String getEndTagName() {
        return null;
    }
}
