package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import org.apache.commons.lang3.math.NumberUtils;
import org.jspecify.annotations.Nullable;

/** Jinja's {@code replace} with a size limit; Jinjava's makes texts of any length. */
final class ReplaceTexts implements Filter {

    @Override
    public @Nullable Object filter(@Nullable Object value, JinjavaInterpreter interpreter, String... arguments) {
        if (value == null) {
            return null;
        }
        if (arguments.length < 2) {
            throw new TemplateProblem("The filter “replace” takes two texts.", "Write |replace('old', 'new').");
        }
        int most = arguments.length > 2 ? NumberUtils.toInt(arguments[2], Integer.MAX_VALUE) : Integer.MAX_VALUE;
        return BoundedText.replaced(PythonText.of(value), arguments[0], arguments[1], most);
    }

    @Override
    public String getName() {
        return "replace";
    }
}
