package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Java function in the form of a macro, since only macros receive both names and values of arguments. */
final class GivenFunction extends MacroFunction {

    private final TemplateFunction function;

    /** It counts as a caller, so that calls within the arguments of calls are not taken for recursion. */
    GivenFunction(String name, TemplateFunction function, Context context) {
        super(List.of(), name, new LinkedHashMap<>(), true, context, 0, 0);
        this.function = function;
    }

    @Override
    public @Nullable Object doEvaluate(Map<String, Object> argMap, Map<String, Object> kwargMap, List<Object> varArgs) {
        TemplateInterpreter interpreter = TemplateInterpreter.current();
        interpreter.step();
        varArgs.forEach(GivenFunction::check);
        kwargMap.values().forEach(GivenFunction::check);
        return interpreter.read(function.call(new Arguments(getName(), varArgs, kwargMap, interpreter.place())));
    }

    static void check(@Nullable Object argument) {
        if (argument instanceof Undefined undefined) {
            throw undefined.problem();
        }
    }
}
