package io.duckboard.transform.template;

import org.jspecify.annotations.Nullable;

/** A function that a template can call. */
@FunctionalInterface
public interface TemplateFunction {

    /**
     * Returns the function's value; null stands for Jinja's none.
     *
     * @throws TemplateProblem if the arguments are not valid
     */
    @Nullable
    Object call(Arguments arguments);
}
