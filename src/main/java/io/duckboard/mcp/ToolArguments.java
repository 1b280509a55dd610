package io.duckboard.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What an agent has sent to a tool. The protocol's library has checked it against the tool's schema. */
record ToolArguments(Map<String, ? extends @Nullable Object> values) {

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new ToolException("There is no “" + name + "”.", "Send it."));
    }

    Optional<String> optionalText(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    OptionalInt count(String name) {
        return values.get(name) instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    OptionalDouble number(String name) {
        return values.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }
}
