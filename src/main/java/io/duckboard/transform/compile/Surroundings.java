package io.duckboard.transform.compile;

import io.duckboard.transform.template.Arguments;
import io.duckboard.transform.template.FunctionGroup;
import io.duckboard.transform.template.TemplateFunction;
import io.duckboard.transform.template.TemplateProblem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every template of a project can use from dbt, apart from its tables and its own name. */
final class Surroundings {

    private static final String NO_QUERIES =
            "Nothing is run while the project is compiled: put the query into a model, or the values into vars.";

    private final Map<String, Object> vars;
    private final Map<String, String> env;

    Surroundings(Map<String, Object> ofProject, Map<String, Object> given, Map<String, String> env) {
        this.vars = new LinkedHashMap<>(ofProject);
        this.vars.putAll(given);
        this.env = Map.copyOf(env);
    }

    Map<String, String> env() {
        return env;
    }

    Map<String, TemplateFunction> functions() {
        var functions = new HashMap<String, TemplateFunction>();
        functions.put("var", this::variable);
        functions.put("env_var", this::environment);
        functions.put("is_incremental", arguments -> false);
        functions.put("should_full_refresh", arguments -> false);
        functions.put("log", arguments -> "");
        functions.put("print", arguments -> "");
        functions.put("return", arguments -> {
            throw new TemplateProblem("return() is not supported.", "A macro gives the text that it writes.");
        });
        for (String name : new String[] {"run_query", "statement", "load_result", "store_result"}) {
            functions.put(name, arguments -> {
                throw new TemplateProblem(name + "() is not supported.", NO_QUERIES);
            });
        }
        return functions;
    }

    Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        variables.put("execute", true);
        variables.put("target", Map.of("name", "duckboard", "type", "duckdb", "schema", "main"));
        variables.put("adapter", new FunctionGroup("adapter", Map.of(), NO_QUERIES));
        variables.put(
                "exceptions",
                new FunctionGroup(
                        "exceptions",
                        Map.of("raise_compiler_error", Surroundings::raise, "warn", arguments -> ""),
                        "Known are raise_compiler_error and warn."));
        variables.put(
                "dbt_utils",
                new FunctionGroup("dbt_utils", Map.of(), "Packages are not supported: copy the macro into macros/."));
        variables.put(
                "modules", new FunctionGroup("modules", Map.of(), "Python is not there: use DuckDB's functions."));
        return variables;
    }

    private @Nullable Object variable(Arguments arguments) {
        String name = named(arguments, "Write var('name') or var('name', 'default').");
        return vars.containsKey(name)
                ? vars.get(name)
                : otherwise(
                        arguments, "The variable “" + name + "” has no value.", "Add it to vars: of dbt_project.yml.");
    }

    private @Nullable Object environment(Arguments arguments) {
        String name = named(arguments, "Write env_var('NAME') or env_var('NAME', 'default').");
        var environment = new ProjectEnvironment(env);
        if (environment.isKept(name)) {
            throw new TemplateProblem(
                    "The environment variable “" + name + "” is not for projects, which publish what they read.",
                    "Name it DBT_…, or list it in " + ProjectEnvironment.LISTED + " if everyone may know it.");
        }
        Optional<String> value = environment.value(name);
        return value.isPresent()
                ? value.get()
                : otherwise(arguments, "The environment variable “" + name + "” is not set.", "Set it.");
    }

    private static String named(Arguments arguments, String usage) {
        if (arguments.positional().isEmpty() || arguments.positional().size() > 2) {
            throw new TemplateProblem(arguments.function() + "() is called with other arguments than it takes.", usage);
        }
        return arguments.text(0);
    }

    private static @Nullable Object otherwise(Arguments arguments, String message, String hint) {
        if (arguments.positional().size() == 2) {
            return arguments.positional().get(1);
        }
        if (arguments.named().containsKey("default")) {
            return arguments.named().get("default");
        }
        throw new TemplateProblem(message, hint + " Or give a default as the second argument.");
    }

    private static Object raise(Arguments arguments) {
        throw new TemplateProblem(arguments.get(0, "msg").map(String::valueOf).orElse("The template gives up."), "");
    }
}
