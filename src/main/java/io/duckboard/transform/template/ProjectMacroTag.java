package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;
import io.duckboard.transform.project.Place;
import java.util.LinkedHashMap;

/** Defines a macro, and refuses to define it again. */
final class ProjectMacroTag implements Tag {

    private static final long serialVersionUID = 1L;

    @Override
    public String interpret(TagNode node, JinjavaInterpreter interpreter) {
        var strict = (TemplateInterpreter) interpreter;
        try {
            define(node, strict);
        } catch (TemplateProblem e) {
            strict.report(e);
        }
        return "";
    }

    private static void define(TagNode node, TemplateInterpreter interpreter) {
        MacroHeader header = MacroHeader.parse(node.getHelpers())
                .orElseThrow(() -> new TemplateProblem(
                        "“macro " + node.getHelpers().strip() + "” defines nothing.",
                        "Write {% macro name(argument, other='default') %}."));
        var place = new Place(interpreter.file(), TemplateInterpreter.firstLine(node.getMaster()));
        refuseSecond(header.name(), place, interpreter.getContext());
        var arguments = new LinkedHashMap<String, Object>();
        for (MacroHeader.Parameter parameter : header.parameters()) {
            arguments.put(
                    parameter.name(),
                    parameter.otherwise().isPresent()
                            ? interpreter.resolveELExpression(
                                    parameter.otherwise().get(), node.getLineNumber())
                            : new Undefined(parameter.name()));
        }
        interpreter
                .getContext()
                .addGlobalMacro(new ProjectMacro(
                        node.getChildren(), header.name(), arguments, interpreter.getContext(), place));
    }

    private static void refuseSecond(String name, Place place, Context context) {
        for (Context scope = context; scope != null; scope = scope.getParent()) {
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
    }

    @Override
    public String getName() {
        return "macro";
    }
}
