package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.lib.tag.MacroTag;
import com.hubspot.jinjava.tree.TagNode;
import io.duckboard.transform.project.Place;
import java.util.LinkedHashMap;

/** Defines a macro, once. */
final class ProjectMacroTag extends MacroTag {

    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("NonApiType") // It is what Jinjava gives.
    protected MacroFunction constructMacroFunction(
            TagNode node, JinjavaInterpreter interpreter, String name, LinkedHashMap<String, Object> arguments) {
        var strict = (TemplateInterpreter) interpreter;
        var place = new Place(strict.file(), TemplateInterpreter.firstLine(node.getMaster()));
        for (Context scope = interpreter.getContext(); scope != null; scope = scope.getParent()) {
            MacroFunction other = scope.getGlobalMacros().get(name);
            if (other instanceof GivenFunction) {
                throw new TemplateProblem("“" + name + "” is a function of its own.", "Name the macro differently.");
            }
            if (other instanceof ProjectMacro macro && !macro.place().equals(place)) {
                throw new TemplateProblem(
                        "There are two macros “" + name + "”: the other is at " + macro.place() + ".",
                        "Rename one of them.");
            }
        }
        return new ProjectMacro(node.getChildren(), name, arguments, interpreter.getContext(), place);
    }
}
