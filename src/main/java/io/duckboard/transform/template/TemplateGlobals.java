package io.duckboard.transform.template;

import java.util.Map;

/**
 * The names that a template can use besides the language itself and the macros of the project.
 *
 * @param functions functions by name
 * @param variables variables by name: texts, numbers, Booleans, relations, lists and maps of such
 */
public record TemplateGlobals(Map<String, TemplateFunction> functions, Map<String, Object> variables) {

    public TemplateGlobals {
        functions = Map.copyOf(functions);
        variables = Map.copyOf(variables);
    }
}
