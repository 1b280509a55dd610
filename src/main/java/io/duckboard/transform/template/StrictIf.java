package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.IfTag;
import com.hubspot.jinjava.tree.TagNode;

/** A condition on a name that is not known is a problem and no false. */
final class StrictIf extends IfTag {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isPositiveIfElseNode(TagNode node, JinjavaInterpreter interpreter) {
        try {
            return super.isPositiveIfElseNode(node, interpreter);
        } catch (TemplateProblem e) {
            ((TemplateInterpreter) interpreter).report(e);
            return false;
        }
    }
}
