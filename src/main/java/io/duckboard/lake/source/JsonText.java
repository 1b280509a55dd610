package io.duckboard.lake.source;

import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.engine.sql.type.ColumnType.Field;
import io.duckboard.engine.sql.type.ColumnType.ListOf;
import io.duckboard.engine.sql.type.ColumnType.MapOf;
import io.duckboard.engine.sql.type.ColumnType.Struct;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of JSON so that DuckDB casts them to a type without losing a digit. */
final class JsonText {

    private final StringBuilder json = new StringBuilder();

    private JsonText() {}

    /** The text of a column's value. */
    static @Nullable String cell(@Nullable Object value, ColumnType type) {
        if (value == null) {
            return null;
        }
        if (type.equals(JsonShape.JSON)) {
            return raw(value);
        }
        return switch (value) {
            case String text -> text;
            case JsonNumber number -> number.text();
            case Boolean bool -> bool.toString();
            default -> {
                var text = new JsonText();
                text.write(value, type);
                yield text.json.toString();
            }
        };
    }

    private static String raw(@Nullable Object value) {
        var text = new JsonText();
        text.write(value);
        return text.json.toString();
    }

    /** Writes a part of a typed value. A part that is JSON itself becomes a text with that JSON. */
    private void write(@Nullable Object value, ColumnType type) {
        switch (value) {
            case null -> json.append("null");
            case Object any when type.equals(JsonShape.JSON) -> string(raw(any));
            case JsonNumber number when !number.isFinite() || !isRead(type) -> string(number.text());
            case List<?> list -> {
                ColumnType element = type instanceof ListOf(ColumnType inner) ? inner : JsonShape.JSON;
                char before = '[';
                for (Object each : list) {
                    json.append(before);
                    write(each, element);
                    before = ',';
                }
                json.append(list.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> object
            when type instanceof Struct(List<Field> fields) -> {
                char before = '{';
                // DuckDB wants every field, whether it is there or not.
                for (Field field : fields) {
                    json.append(before);
                    string(field.name());
                    json.append(':');
                    write(object.get(field.name()), field.type());
                    before = ',';
                }
                json.append('}');
            }
            case Map<?, ?> object -> {
                ColumnType inner = type instanceof MapOf(ColumnType _, ColumnType each) ? each : JsonShape.JSON;
                char before = '{';
                for (Map.Entry<?, ?> member : object.entrySet()) {
                    json.append(before);
                    string(String.valueOf(member.getKey()));
                    json.append(':');
                    write(member.getValue(), inner);
                    before = ',';
                }
                json.append(object.isEmpty() ? "{}" : "}");
            }
            default -> write(value);
        }
    }

    /** Writes JSON as it was. */
    private void write(@Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case String text -> string(text);
            case JsonNumber number -> json.append(number.text());
            case List<?> list -> {
                char before = '[';
                for (Object each : list) {
                    json.append(before);
                    write(each);
                    before = ',';
                }
                json.append(list.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> object -> {
                char before = '{';
                for (Map.Entry<?, ?> member : object.entrySet()) {
                    json.append(before);
                    string(String.valueOf(member.getKey()));
                    json.append(':');
                    write(member.getValue());
                    before = ',';
                }
                json.append(object.isEmpty() ? "{}" : "}");
            }
            default -> json.append(value);
        }
    }

    /** Whether DuckDB reads numbers of JSON exactly into this type; it takes others through DOUBLE. */
    private static boolean isRead(ColumnType type) {
        return type instanceof ColumnType.Scalar(String name) && name.matches("U?BIGINT|DOUBLE");
    }

    private void string(String text) {
        json.append('"');
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append("\\u00").append(character < 16 ? "0" : "").append(Integer.toHexString(character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
