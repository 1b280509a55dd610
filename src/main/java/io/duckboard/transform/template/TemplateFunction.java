package io.duckboard.transform.template;

import org.jspecify.annotations.Nullable;

/** Something that a template can call. */
@FunctionalInterface
public interface TemplateFunction {

    /**
     * Its value, which is null where it is Jinja's none.
     *
     * @throws TemplateProblem if it cannot be called so
     */
    @Nullable
    Object call(Arguments arguments);
}
