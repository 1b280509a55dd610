package io.duckboard.transform.template;

import java.util.Map;

/**
 * Functions that are called by a name and a dot, such as {@code exceptions.raise_compiler_error}.
 *
 * @param hint what to do instead of calling a function that does not exist
 */
public record FunctionGroup(String name, Map<String, TemplateFunction> functions, String hint) {

    public FunctionGroup {
        functions = Map.copyOf(functions);
    }

    TemplateFunction function(String function) {
        TemplateFunction found = functions.get(function);
        if (found == null) {
            throw new TemplateProblem(name + "." + function + "() is not supported.", hint);
        }
        return found;
    }

    @Override
    public String toString() {
        throw new TemplateProblem("“" + name + "” is no text.", hint);
    }
}
