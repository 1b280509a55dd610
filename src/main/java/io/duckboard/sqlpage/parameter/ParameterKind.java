package io.duckboard.sqlpage.parameter;

import io.duckboard.client.Vocabulary;
import io.duckboard.engine.protocol.Parameter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The kind of value that somebody types for a parameter. */
public enum ParameterKind {
    TEXT("Text", "any text"),
    NUMBER("Number", "a number such as 42 or 4.2"),
    DATE("Date", "a date such as 2019-04-01"),
    TIMESTAMP("Timestamp", "a date and time such as 2019-04-01 12:30"),
    BOOLEAN("True or false", "true or false"),
    LIST("List", "a JSON array of texts or numbers such as [\"a\", \"b\"] or [1, 2]");

    /** DuckDB's widest DECIMAL, in digits. */
    private static final int MOST_DIGITS = 38;

    private static final Pattern NUMBERS = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,4})?");
    /** No DECIMAL or DOUBLE is written with more characters than this. */
    private static final int LONGEST_NUMBER = 400;

    private static final int MOST_SHOWN = 40;

    private static final Pattern DATES = Pattern.compile("(?:.*_)?(?:from|to|since|until|date|day)(?:_.*)?");
    private static final Pattern TIMES = Pattern.compile("(?:.*_)?(?:at|time|timestamp|ts)");
    private static final Pattern AMOUNTS = Pattern.compile(
            "(?:.*_)?(?:n|limit|top|count|rows|id|amount|number|year|month|hour|min|max|least|most)(?:_.*)?");
    private static final Pattern TRUTHS = Pattern.compile("(?:is|has)_.*");

    private final String label;
    private final String expected;

    ParameterKind(String label, String expected) {
        this.label = label;
        this.expected = expected;
    }

    public String label() {
        return label;
    }

    /** Says what to type. */
    public String expected() {
        return expected;
    }

    /** Guesses the kind from the parameter's cast, the column that it is compared with, or its name. */
    public static ParameterKind guess(SqlParameter parameter, Vocabulary vocabulary) {
        return parameter
                .cast()
                .or(() -> parameter.column().flatMap(column -> type(column, vocabulary)))
                .map(ParameterKind::ofType)
                .orElseGet(() -> ofName(parameter.name().toLowerCase(Locale.ROOT)));
    }

    /**
     * Reads what was typed as a value.
     *
     * @param name of the parameter, for the message if the text is not a value
     */
    public ParameterReading read(String name, String typed) {
        String text = this == TEXT ? typed : typed.strip();
        if (text.isEmpty()) {
            return new ParameterReading.Refused("Give $" + name + " a value.");
        }
        try {
            return new ParameterReading.Bound(
                    switch (this) {
                        case TEXT -> new Parameter(Parameter.Type.VARCHAR, text);
                        case NUMBER -> number(text);
                        case DATE ->
                            new Parameter(
                                    Parameter.Type.DATE, LocalDate.parse(text).toString());
                        case TIMESTAMP -> new Parameter(Parameter.Type.TIMESTAMP, timestamp(text));
                        case BOOLEAN -> truth(text);
                        case LIST -> list(text);
                    });
        } catch (IllegalArgumentException | DateTimeException | JacksonException _) {
            String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
            return new ParameterReading.Refused("“" + shown + "” is not " + expected + ".");
        }
    }

    /**
     * Reads a number as DuckDB does in SQL: whole numbers that fit are BIGINT, others with at most 38 digits are
     * DECIMAL, so that 0.1 is 0.1; numbers with an exponent, or longer ones, are DOUBLE.
     */
    private static Parameter number(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBERS.matcher(text).matches()) {
            throw new NumberFormatException();
        }
        var number = new BigDecimal(text);
        boolean hasExponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        boolean isWhole = !hasExponent && number.scale() == 0;
        if (isWhole && number.toBigInteger().bitLength() < Long.SIZE) {
            return new Parameter(Parameter.Type.BIGINT, number.toPlainString());
        }
        if (!hasExponent && number.precision() <= MOST_DIGITS && number.scale() <= MOST_DIGITS) {
            return new Parameter(Parameter.Type.DECIMAL, number.toPlainString());
        }
        double approximate = number.doubleValue();
        if (Double.isInfinite(approximate)) {
            throw new NumberFormatException();
        }
        return new Parameter(Parameter.Type.DOUBLE, Double.toString(approximate));
    }

    private static String timestamp(String text) {
        LocalDateTime time = text.length() <= "2019-04-01".length()
                ? LocalDate.parse(text).atStartOfDay()
                : LocalDateTime.parse(text.replaceFirst(" +", "T"));
        return time.toString();
    }

    private static Parameter truth(String text) {
        String value = text.toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException();
        }
        return new Parameter(Parameter.Type.BOOLEAN, value);
    }

    private static Parameter list(String text) {
        List<Object> items = JSON.std.listOfFrom(Object.class, text);
        if (items == null) {
            throw new IllegalArgumentException();
        }
        if (!items.isEmpty() && items.stream().allMatch(item -> item instanceof Integer || item instanceof Long)) {
            return Parameter.list(Parameter.Type.BIGINT_LIST, items);
        }
        if (!items.isEmpty() && items.stream().allMatch(Number.class::isInstance)) {
            return Parameter.list(Parameter.Type.DOUBLE_LIST, items);
        }
        if (!items.stream().allMatch(String.class::isInstance)) {
            throw new IllegalArgumentException();
        }
        return Parameter.list(Parameter.Type.VARCHAR_LIST, items);
    }

    private static Optional<String> type(String column, Vocabulary vocabulary) {
        return vocabulary.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(each -> each.name().equalsIgnoreCase(column))
                .map(Vocabulary.Column::type)
                .findFirst();
    }

    private static ParameterKind ofType(String type) {
        String name = type.toUpperCase(Locale.ROOT);
        if (name.equals("DATE")) {
            return DATE;
        }
        if (name.startsWith("TIMESTAMP") || name.equals("DATETIME")) {
            return TIMESTAMP;
        }
        if (name.startsWith("BOOL")) {
            return BOOLEAN;
        }
        return name.matches("U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?\\d*|DOUBLE|FLOAT\\d*|REAL|(?:DECIMAL|NUMERIC).*")
                ? NUMBER
                : TEXT;
    }

    private static ParameterKind ofName(String name) {
        if (TRUTHS.matcher(name).matches()) {
            return BOOLEAN;
        }
        if (TIMES.matcher(name).matches()) {
            return TIMESTAMP;
        }
        if (DATES.matcher(name).matches()) {
            return DATE;
        }
        return AMOUNTS.matcher(name).matches() ? NUMBER : TEXT;
    }
}
