package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.IfTag;
import com.hubspot.jinjava.tree.TagNode;

/** In a condition, an unknown name is a problem and does not count as false. */
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
