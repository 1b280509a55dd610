package io.duckboard.sqlpage.parameter;

import io.duckboard.engine.protocol.Parameter;
import java.util.Optional;

/**
 * What was typed for a parameter, to be stored with a tab. It need not be a value yet.
 *
 * @param name without its {@code $}
 * @param text empty if NULL was chosen
 */
public record ParameterEntry(String name, ParameterKind kind, Optional<String> text) {

    public ParameterReading read() {
        return text.map(typed -> kind.read(name, typed))
                .orElseGet(() -> new ParameterReading.Bound(new Parameter(type(), null)));
    }

    private Parameter.Type type() {
        return switch (kind) {
            case TEXT -> Parameter.Type.VARCHAR;
            case NUMBER -> Parameter.Type.DOUBLE;
            case DATE -> Parameter.Type.DATE;
            case TIMESTAMP -> Parameter.Type.TIMESTAMP;
            case BOOLEAN -> Parameter.Type.BOOLEAN;
            case LIST -> Parameter.Type.VARCHAR_LIST;
        };
    }
}
