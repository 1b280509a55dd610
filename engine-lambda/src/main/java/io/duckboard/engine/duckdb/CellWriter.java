package io.duckboard.engine.duckdb;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a value from DuckDB as JSON without losing precision: every digit of a number, times in ISO 8601, BLOB in
 * base64, NaN and ±Infinity as text, nested values as arrays and objects. A key of a map is the text that its value has
 * in JSON, and a nested key is its JSON.
 */
final class CellWriter {

    // DuckDB's infinities are the extreme values of its integers: of days for DATE, of fractions of a second otherwise.
    private static final LocalDate LAST_DAY = LocalDate.ofEpochDay(Integer.MAX_VALUE);
    private static final LocalDate FIRST_DAY = LocalDate.ofEpochDay(-Integer.MAX_VALUE);
    private static final Set<LocalDateTime> LAST_TIMES =
            Set.of(time(Long.MAX_VALUE, 1_000), time(Long.MAX_VALUE, 1_000_000), time(Long.MAX_VALUE, 1_000_000_000));
    private static final Set<LocalDateTime> FIRST_TIMES = Set.of(
            time(-Long.MAX_VALUE, 1_000), time(-Long.MAX_VALUE, 1_000_000), time(-Long.MAX_VALUE, 1_000_000_000));

    /** 1 January of the year 1 in the Julian calendar, which Timestamp uses for old dates. */
    private static final long YEAR_ONE_MILLIS = -62_135_769_600_000L;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final boolean jsonIsTime;

    /** @param jsonIsTime whether JSON is a time in DuckDB's notation: see {@link DriverTypes} */
    CellWriter(JsonGenerator json, boolean jsonIsTime) {
        this.json = json;
        this.jsonIsTime = jsonIsTime;
    }

    void write(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Short number -> json.writeNumber(number);
            case Byte number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Double number -> writeDouble(number);
            case Float number -> writeFloat(number);
            case Array list -> writeList((Object[]) list.getArray());
            case DuckDBStruct struct -> writeStruct(struct);
            case Map<?, ?> map -> writeMap(map);
            default -> json.writeString(text(value));
        }
    }

    /** Returns the text of a value, without quotes if it is a text in JSON. */
    String text(Object value) throws SQLException {
        return switch (value) {
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case LocalDate date -> text(date);
            case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case OffsetTime time -> DateTimeFormatter.ISO_OFFSET_TIME.format(time);
            case LocalDateTime time -> text(time, "");
            case Timestamp time -> text(local(time), "");
            case OffsetDateTime time ->
                text(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), "Z");
            case Blob blob -> Base64.getEncoder().encodeToString(blob.getBytes(1, Math.toIntExact(blob.length())));
            case Array list -> nested(list);
            case DuckDBStruct struct -> nested(struct);
            case Map<?, ?> map -> nested(map);
            case JsonNode node when jsonIsTime -> IsoTime.of(unquoted(node.toString()));
            // Numbers, UUID, ENUM, INTERVAL, BIT, BIGNUM and JSON have the text that Java gives them.
            default -> value.toString();
        };
    }

    private String nested(Object value) throws SQLException {
        var text = new StringWriter();
        try (JsonGenerator inner = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new CellWriter(inner, jsonIsTime).write(value);
        }
        return text.toString();
    }

    private static String unquoted(String json) {
        return json.substring(1, json.length() - 1);
    }

    private void writeDouble(double number) {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Double.toString(number));
        }
    }

    private void writeFloat(float number) {
        if (Float.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Float.toString(number));
        }
    }

    private void writeList(@Nullable Object[] values) throws SQLException {
        json.writeStartArray();
        for (Object value : values) {
            write(value);
        }
        json.writeEndArray();
    }

    /** Fields that have no names are written as a list. */
    private void writeStruct(DuckDBStruct struct) throws SQLException {
        Map<String, Object> fields = struct.getMap();
        if (DriverTypes.isNameless(fields)) {
            writeList(struct.getAttributes());
        } else {
            writeMap(fields);
        }
    }

    private void writeMap(Map<?, ?> members) throws SQLException {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.writeName(text(Objects.requireNonNull(member.getKey())));
            write(member.getValue());
        }
        json.writeEndObject();
    }

    private static String text(LocalDate date) {
        if (date.equals(LAST_DAY)) {
            return "infinity";
        }
        return date.equals(FIRST_DAY) ? "-infinity" : date.toString();
    }

    private static String text(LocalDateTime time, String zone) {
        if (time.getYear() >= 1900 && time.getYear() < 2200 && time.get(ChronoField.NANO_OF_SECOND) == 0) {
            // Nearly every value takes this path: no infinity, a four-digit year and no fraction, written without a
            // formatter.
            return wholeSeconds(time) + zone;
        }
        if (LAST_TIMES.contains(time)) {
            return "infinity";
        }
        if (FIRST_TIMES.contains(time)) {
            return "-infinity";
        }
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) + zone;
    }

    private static String wholeSeconds(LocalDateTime time) {
        char[] text = {0, 0, 0, 0, '-', 0, 0, '-', 0, 0, 'T', 0, 0, ':', 0, 0, ':', 0, 0};
        digits(text, 0, time.getYear() / 100);
        digits(text, 2, time.getYear() % 100);
        digits(text, 5, time.getMonthValue());
        digits(text, 8, time.getDayOfMonth());
        digits(text, 11, time.getHour());
        digits(text, 14, time.getMinute());
        digits(text, 17, time.getSecond());
        return new String(text);
    }

    private static void digits(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }

    /** Timestamp loses the era of a year BC: it turns the year 0 into 1, and the year -1 into 2. */
    private static LocalDateTime local(Timestamp time) {
        LocalDateTime local = time.toLocalDateTime();
        return time.getTime() < YEAR_ONE_MILLIS ? local.withYear(1 - local.getYear()) : local;
    }

    private static LocalDateTime time(long fractions, long perSecond) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(fractions, perSecond),
                (int) (Math.floorMod(fractions, perSecond) * (1_000_000_000 / perSecond)),
                ZoneOffset.UTC);
    }
}
