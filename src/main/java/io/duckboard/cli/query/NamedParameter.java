package io.duckboard.cli.query;

import io.duckboard.engine.protocol.Parameter;
import io.duckboard.format.Harmless;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A parameter {@code NAME=VALUE} or {@code NAME:TYPE=VALUE} of a command line, bound to {@code $NAME}. It is a text if
 * no type is named.
 */
record NamedParameter(String name, Parameter value) {

    private static final Pattern FORM =
            Pattern.compile("(?<name>[A-Za-z_]\\w*)(?::(?<type>[^=]*))?=(?<value>.*)", Pattern.DOTALL);

    static final class Converter implements ITypeConverter<NamedParameter> {

        @Override
        public NamedParameter convert(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("'" + Harmless.line(text)
                        + "' is no parameter. Expected NAME=VALUE or NAME:TYPE=VALUE, as in day:DATE=2019-04-01.");
            }
            String type = parts.group("type");
            return new NamedParameter(
                    parts.group("name"),
                    new Parameter(type == null ? Parameter.Type.VARCHAR : type(type), parts.group("value")));
        }

        private static Parameter.Type type(String text) {
            return Arrays.stream(Parameter.Type.values())
                    .filter(type -> type.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + Harmless.line(text) + "' is no type of a parameter. There are " + types() + "."));
        }

        private static String types() {
            return Arrays.stream(Parameter.Type.values())
                    .map(Parameter.Type::name)
                    .collect(Collectors.joining(", "));
        }
    }
}
