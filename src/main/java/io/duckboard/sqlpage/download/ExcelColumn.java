package io.duckboard.sqlpage.download;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Converts the values of an answer's column into cells, with Excel's own types if those can hold the values exactly.
 */
final class ExcelColumn {

    /** Excel keeps no more digits of a number, and shows zeros in place of the others. */
    private static final int MOST_DIGITS = 15;

    /** A double's largest power of ten, with some margin. */
    private static final int LARGEST_POWER = 300;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final double NANOS_PER_DAY = 86_400e9;
    private static final String TIME_WITH_ZONE = "TIMESTAMP WITH TIME ZONE";
    /** Marks a time as UTC. It is not in quotes, which the library would write into XML unescaped. */
    private static final String ZULU = "\\Z";

    private static final Set<String> TIMES =
            Set.of("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", TIME_WITH_ZONE);
    private static final Set<String> BINARY = Set.of("DOUBLE", "FLOAT");
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\(\\d+,(\\d+)\\)");
    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final String type;
    private final Optional<String> numberFormat;

    ExcelColumn(Column column) {
        this.name = column.name();
        this.type = column.type();
        this.numberFormat = numberFormat(type);
    }

    String name() {
        return name;
    }

    /** Returns a width in characters that fits usual values. */
    int width() {
        int usual = TIMES.contains(type) ? 21 : type.equals("VARCHAR") ? 24 : 13;
        return Math.clamp(name.length() + 2L, usual, 40);
    }

    /** Returns the format in which Excel shows the value; empty for Excel's default. */
    Optional<String> format(ExcelValue value) {
        return switch (value) {
            case ExcelValue.Amount _ -> numberFormat;
            case ExcelValue.Moment(var moment) ->
                Optional.of(
                        type.equals("DATE")
                                ? "yyyy-mm-dd"
                                : "yyyy-mm-dd hh:mm:ss" + (isWhole(moment) ? "" : ".000")
                                        + (type.equals(TIME_WITH_ZONE) ? ZULU : ""));
            case ExcelValue.PartOfDay _ -> Optional.of("hh:mm:ss.000");
            case ExcelValue.Nothing _, ExcelValue.Truth _, ExcelValue.Text _, ExcelValue.ExactText _ ->
                Optional.empty();
        };
    }

    /** @param json at a value of this column when called, and at the value's last token afterwards */
    ExcelValue value(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_NULL -> new ExcelValue.Nothing();
            case VALUE_TRUE -> new ExcelValue.Truth(true);
            case VALUE_FALSE -> new ExcelValue.Truth(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                BINARY.contains(type) ? new ExcelValue.Amount(json.getDoubleValue()) : amount(json.getDecimalValue());
            case START_ARRAY, START_OBJECT -> new ExcelValue.Text(nested(json));
            default -> text(json.getString());
        };
    }

    private ExcelValue text(String text) {
        try {
            if (type.equals("DATE")) {
                return moment(LocalDate.parse(text).atStartOfDay(), text);
            }
            if (TIMES.contains(type)) {
                return moment(
                        LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text), text);
            }
            if (type.equals("TIME")) {
                return partOfDay(LocalTime.parse(text), text);
            }
            if (type.equals("BIGNUM")) {
                return amount(new BigDecimal(text));
            }
        } catch (DateTimeException e) {
            // These are infinities, and 24:00:00.
            return new ExcelValue.ExactText(text);
        }
        return new ExcelValue.Text(text);
    }

    private static ExcelValue amount(BigDecimal number) {
        boolean isExact = number.stripTrailingZeros().precision() <= MOST_DIGITS
                && Math.abs(number.precision() - number.scale()) < LARGEST_POWER;
        return isExact ? new ExcelValue.Amount(number) : new ExcelValue.ExactText(number.toPlainString());
    }

    private static ExcelValue moment(LocalDateTime time, String text) {
        boolean isExact = time.getYear() >= FIRST_YEAR
                && time.getYear() <= LAST_YEAR
                && time.truncatedTo(ChronoUnit.MILLIS).equals(time);
        return isExact ? new ExcelValue.Moment(time) : new ExcelValue.ExactText(text);
    }

    private static ExcelValue partOfDay(LocalTime time, String text) {
        return time.truncatedTo(ChronoUnit.MILLIS).equals(time)
                ? new ExcelValue.PartOfDay(time.toNanoOfDay() / NANOS_PER_DAY)
                : new ExcelValue.ExactText(text);
    }

    private static boolean isWhole(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).equals(time);
    }

    private static String nested(JsonParser json) {
        var text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            copy.copyCurrentStructureExact(json);
        }
        return text.toString();
    }

    /** Shows all digits of whole numbers, and as many digits behind the point as a DECIMAL has. */
    private static Optional<String> numberFormat(String type) {
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            int places = Integer.parseInt(decimal.group(1));
            return Optional.of(places == 0 ? "0" : "0." + "0".repeat(places));
        }
        return new SqlType(type).isWhole() || type.equals("BIGNUM") ? Optional.of("0") : Optional.empty();
    }
}
