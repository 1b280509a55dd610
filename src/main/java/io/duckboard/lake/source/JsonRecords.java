package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The records of a JSON file: the values that follow each other in it, or the elements of the one array that it is. A
 * record is a map, a list, a text, a {@link JsonNumber}, a boolean or null.
 */
final class JsonRecords {

    /** A record is held in memory. */
    private static final int LONGEST = 64_000_000;

    private static final int LONGEST_NUMBER = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final SourceFile file;
    private final TextEncoding encoding;
    private boolean several;
    private long begin;

    JsonRecords(SourceFile file, TextEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** Whether the file has several values, the first of which is an array: each of them is a record then. */
    boolean isSeveralArrays() throws IOException {
        try (Reader in = encoding.reader(file);
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            parser.skipChildren();
            several = parser.nextToken() != null;
            return several;
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    /** @throws FailureException if the file is no JSON */
    void forEach(Consumer<@Nullable Object> record) throws IOException {
        try (Reader in = encoding.reader(file);
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            JsonToken token = parser.nextToken();
            boolean array = token == JsonToken.START_ARRAY && !several;
            token = array ? parser.nextToken() : token;
            while (token != null && !(array && token == JsonToken.END_ARRAY)) {
                begin = parser.currentTokenLocation().getCharOffset();
                record.accept(value(parser, token));
                token = parser.nextToken();
            }
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Object object(JsonParser parser) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            checkLength(parser);
            members.put(name, value(parser, parser.nextToken()));
        }
        return members;
    }

    private Object array(JsonParser parser) {
        var elements = new ArrayList<@Nullable Object>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            checkLength(parser);
            elements.add(value(parser, token));
        }
        return elements;
    }

    private void checkLength(JsonParser parser) {
        if (parser.currentLocation().getCharOffset() - begin > LONGEST) {
            throw new FailureException(
                    "A record of " + file.name() + " has more than " + LONGEST + " characters.",
                    "Write one object a line.");
        }
    }

    private FailureException broken(JacksonException e) throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return encoding.failure(file);
            }
        }
        String reason = e.getOriginalMessage().lines().findFirst().orElse("it is cut off");
        return new FailureException(
                file.name() + " cannot be read as JSON: line " + e.getLocation().getLineNr() + ": " + reason + ".",
                "Mend that line.",
                e);
    }
}
