package io.duckboard.transform.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import org.jspecify.annotations.Nullable;

/** A test that rejects undefined values, unless it is {@code defined} or {@code undefined}. */
record StrictTest(ExpTest test) implements ExpTest {

    @Override
    public boolean evaluate(@Nullable Object value, JinjavaInterpreter interpreter, Object... arguments) {
        switch (test.getName()) {
            case "defined" -> {
                return !(value instanceof Undefined);
            }
            case "undefined" -> {
                return value instanceof Undefined;
            }
            default -> GivenFunction.check(value);
        }
        for (Object argument : arguments) {
            GivenFunction.check(argument);
        }
        return test.evaluate(value, interpreter, arguments);
    }

    @Override
    public String getName() {
        return test.getName();
    }
}
