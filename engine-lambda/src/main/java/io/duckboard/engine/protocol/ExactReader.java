package io.duckboard.engine.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON without losing what a number says: every digit, and the sign of -0.0, which a BigDecimal has not. */
final class ExactReader {

    private static final JsonFactory JSON = new JsonFactory();

    private ExactReader() {}

    /**
     * @return a Map, List, String, Boolean, Integer, Long, BigInteger, BigDecimal or null; a Double only for -0.0
     * @throws tools.jackson.core.JacksonException if this is no JSON
     */
    static @Nullable Object read(byte[] json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return parser.nextToken() == null ? null : value(parser);
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private static Object number(JsonParser parser) {
        BigDecimal number = parser.getDecimalValue();
        return number.signum() == 0 && parser.getString().startsWith("-") ? -0.0 : number;
    }

    private static Map<String, @Nullable Object> members(JsonParser parser) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> items(JsonParser parser) {
        var items = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }
}
