package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;

/** Calls something for what it does; the value, if there is one, is not written. */
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
    @SuppressWarnings("NullAway") // Null is how Jinjava is told that the tag has no end.
    public String getEndTagName() {
        return null;
    }
}
