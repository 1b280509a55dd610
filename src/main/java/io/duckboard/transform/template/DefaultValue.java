package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import com.hubspot.jinjava.util.ObjectTruthValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jinja's {@code default}: replaces an undefined value and, if its second argument is true, an empty one. */
final class DefaultValue implements AdvancedFilter {

    @Override
    public @Nullable Object filter(
            @Nullable Object value, JinjavaInterpreter interpreter, Object[] arguments, Map<String, Object> named) {
        Object otherwise = arguments.length > 0 ? arguments[0] : named.getOrDefault("default_value", "");
        Object forEmpty = arguments.length > 1 ? arguments[1] : named.getOrDefault("boolean", false);
        boolean missing = value instanceof Undefined
                || (ObjectTruthValue.evaluate(forEmpty) && !ObjectTruthValue.evaluate(value));
        return missing ? otherwise : value;
    }

    @Override
    public String getName() {
        return "default";
    }
}
