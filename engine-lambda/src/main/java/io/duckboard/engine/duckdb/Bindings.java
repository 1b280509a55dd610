package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Parameter;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Binds the values of a request, each with its type. */
final class Bindings {

    /** The width of DuckDB's widest DECIMAL. */
    private static final int MAX_DIGITS = 38;

    /** The driver takes an earlier year for a year AD, and accepts any value beyond DuckDB's own bounds. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_DATE = LocalDate.of(5_881_580, 7, 10);
    private static final LocalDateTime FIRST_TIMESTAMP = FIRST_DATE.atStartOfDay();
    private static final LocalDateTime LAST_TIMESTAMP = LocalDateTime.of(294_247, 1, 10, 4, 0, 54, 775_806_000);

    private Bindings() {}

    /** @param names the parameters in the order of the statement's $1, $2, … */
    static void bind(PreparedStatement statement, List<String> names, Map<String, Parameter> values)
            throws SQLException, BadParameterException {
        for (int i = 0; i < names.size(); i++) {
            Parameter parameter = values.get(names.get(i));
            if (parameter == null) {
                throw new IllegalStateException("no value for " + names.get(i));
            }
            statement.setObject(i + 1, value(statement, names.get(i), parameter));
        }
    }

    private static @Nullable Object value(PreparedStatement statement, String name, Parameter parameter)
            throws SQLException, BadParameterException {
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
                case DATE -> new Day(within(FIRST_DATE, LocalDate.parse(text), LAST_DATE));
                case TIMESTAMP -> within(FIRST_TIMESTAMP, LocalDateTime.parse(text.replace(' ', 'T')), LAST_TIMESTAMP);
                case VARCHAR_LIST -> array(statement, "VARCHAR", text, String::valueOf);
                case BIGINT_LIST -> array(statement, "BIGINT", text, item -> Long.valueOf(String.valueOf(item)));
                case DOUBLE_LIST -> array(statement, "DOUBLE", text, item -> Double.valueOf(String.valueOf(item)));
            };
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new BadParameterException(name, expected(parameter.type()), e);
        }
    }

    private static Array array(PreparedStatement statement, String type, String json, Function<Object, Object> value)
            throws SQLException {
        List<Object> items = JSON.std.listOfFrom(Object.class, json);
        if (items == null || items.contains(null)) {
            throw new IllegalArgumentException(json);
        }
        return statement
                .getConnection()
                .createArrayOf(type, items.stream().map(value).toArray());
    }

    private static <T extends Comparable<? super T>> T within(T first, T value, T last) {
        if (value.compareTo(first) < 0 || value.compareTo(last) > 0) {
            throw new IllegalArgumentException("beyond " + first + " to " + last);
        }
        return value;
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
            case DATE -> "DATE: year, month and day such as 2019-04-01, from the year 1 to 5881580";
            case TIMESTAMP -> "TIMESTAMP: date and time such as 2019-04-01 12:30:00, from the year 1 to 294247";
            case VARCHAR_LIST -> "VARCHAR_LIST: a JSON array of texts such as [\"a\", \"b\"]";
            case BIGINT_LIST -> "BIGINT_LIST: a JSON array of whole numbers such as [1, 2]";
            case DOUBLE_LIST -> "DOUBLE_LIST: a JSON array of numbers such as [1.5, 2]";
        };
    }

    /**
     * The driver turns a LocalDate into a java.sql.Date, whose calendar lacks the ten days before 1582-10-15, and asks
     * that for its day.
     */
    private static final class Day extends Date {

        private static final long serialVersionUID = 1;

        private final LocalDate day;

        Day(LocalDate day) {
            super(0);
            this.day = day;
        }

        @Override
        public LocalDate toLocalDate() {
            return day;
        }
    }
}
