package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;
import java.util.LinkedHashMap;

/** Calls a macro, which reads the content of the block with {@code caller()}. */
final class StrictCall implements Tag {

    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("try") // The scope only has to be closed.
    public String interpret(TagNode node, JinjavaInterpreter interpreter) {
        var strict = (TemplateInterpreter) interpreter;
        try (var scope = interpreter.enterScope()) {
            interpreter
                    .getContext()
                    .addGlobalMacro(new ProjectMacro(
                            node.getChildren(),
                            "caller",
                            new LinkedHashMap<>(),
                            interpreter.getContext(),
                            strict.place()));
            Object value = interpreter.resolveELExpression(node.getHelpers(), node.getLineNumber());
            return value == null ? "" : PythonText.of(value);
        } catch (TemplateProblem e) {
            strict.report(e);
            return "";
        }
    }

    @Override
    public String getName() {
        return "call";
    }
}
