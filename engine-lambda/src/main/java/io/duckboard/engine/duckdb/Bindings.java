package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Parameter;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds the values of a request, each as its type. */
final class Bindings {

    /** DuckDB's widest DECIMAL. */
    private static final int MAX_DIGITS = 38;

    private Bindings() {}

    /** @param names the parameters in the order of the statement's $1, $2, … */
    static void bind(PreparedStatement statement, List<String> names, Map<String, Parameter> values)
            throws SQLException, BadParameterException {
        for (int i = 0; i < names.size(); i++) {
            Parameter parameter = values.get(names.get(i));
            if (parameter == null) {
                throw new IllegalStateException("no value for " + names.get(i));
            }
            statement.setObject(i + 1, value(names.get(i), parameter));
        }
    }

    private static @Nullable Object value(String name, Parameter parameter) throws BadParameterException {
        String text = parameter.value();
        if (text == null) {
            return null;
        }
        try {
            return switch (parameter.type()) {
                case VARCHAR -> text;
                case BOOLEAN -> bool(text);
                case BIGINT -> Long.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case DECIMAL -> decimal(text);
                case DATE -> LocalDate.parse(text);
                case TIMESTAMP -> LocalDateTime.parse(text.replace(' ', 'T'));
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadParameterException(name, expected(parameter.type()), e);
        }
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static BigDecimal decimal(String text) {
        var number = new BigDecimal(text);
        if (number.scale() < 0 || number.scale() > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException("wider than " + MAX_DIGITS + " digits");
        }
        return number;
    }

    private static String expected(Parameter.Type type) {
        return switch (type) {
            case VARCHAR -> "text";
            case BOOLEAN -> "BOOLEAN: true or false";
            case BIGINT -> "BIGINT: a whole number such as 42";
            case DOUBLE -> "DOUBLE: a number such as 4.2";
            case DECIMAL -> "DECIMAL: a number of at most 38 digits such as 4.20";
            case DATE -> "DATE: year, month and day such as 2019-04-01";
            case TIMESTAMP -> "TIMESTAMP: date and time such as 2019-04-01 12:30:00";
        };
    }
}
