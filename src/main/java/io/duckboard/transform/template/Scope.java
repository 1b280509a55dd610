package io.duckboard.transform.template;

import java.util.Map;

/**
 * What a template reaches beside the language itself and the project's macros.
 *
 * @param functions by name
 * @param variables by name: texts, numbers, Booleans, relations, lists and maps of such
 */
public record Scope(Map<String, TemplateFunction> functions, Map<String, Object> variables) {

    public Scope {
        functions = Map.copyOf(functions);
        variables = Map.copyOf(variables);
    }
}
