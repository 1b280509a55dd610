package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter that rejects undefined values. */
record StrictFilter(Filter filter) implements AdvancedFilter {

    @Override
    public @Nullable Object filter(
            @Nullable Object value, JinjavaInterpreter interpreter, Object[] arguments, Map<String, Object> named) {
        GivenFunction.check(value);
        for (Object argument : arguments) {
            GivenFunction.check(argument);
        }
        named.values().forEach(GivenFunction::check);
        var strict = (TemplateInterpreter) interpreter;
        strict.step();
        FilterNumbers.check(getName(), value, arguments);
        return strict.read(FilterNumbers.narrowed(filter.filter(value, interpreter, arguments, named)));
    }

    @Override
    public String getName() {
        return filter.getName();
    }
}
