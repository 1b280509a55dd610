package io.duckboard.sqlpage.link;

import io.duckboard.engine.protocol.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value in an address: {@code p.NAME=VALUE}, or {@code p.NAME:TYPE=VALUE} as in {@code duckboard query --param}.
 *
 * @param type empty if the address names none, or one that does not exist
 */
public record LinkedParameter(String name, Optional<Parameter.Type> type, String value) {

    private static final Pattern KEY = Pattern.compile("p\\.(?<name>[A-Za-z_]\\w*)(?::(?<type>\\w+))?");

    static LinkedParameter of(String name, Parameter parameter) {
        return new LinkedParameter(
                name, Optional.of(parameter.type()), parameter.value() == null ? "" : parameter.value());
    }

    static Optional<LinkedParameter> read(String key, String value) {
        Matcher parts = KEY.matcher(key);
        return parts.matches()
                ? Optional.of(new LinkedParameter(
                        parts.group("name"),
                        Optional.ofNullable(parts.group("type")).flatMap(LinkedParameter::type),
                        value))
                : Optional.empty();
    }

    /** A text needs no type, since a value without a type is a text. */
    String key() {
        return "p." + name
                + type.filter(named -> named != Parameter.Type.VARCHAR)
                        .map(named -> ":" + named)
                        .orElse("");
    }

    private static Optional<Parameter.Type> type(String text) {
        return Arrays.stream(Parameter.Type.values())
                .filter(type -> type.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
