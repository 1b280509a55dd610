package io.duckboard.engine.duckdb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types whose values the driver (1.5.5.1) cannot read, or changes. Java has no 24:00 and no infinite time in seconds. In
 * nested values, the driver puts times into java.sql.Timestamp, whose calendar has neither the ten days before
 * 1582-10-15 nor every 29 February BC. DuckDB writes such values as JSON texts instead, which the driver passes on.
 */
final class DriverTypes {

    /** Possessive, since a name of thousands of characters would else exhaust the stack. */
    private static final String QUOTED = "\"[^\"]*+(?:\"\"[^\"]*+)*+\"|'[^']*+(?:''[^']*+)*+'";

    private static final String TIMES = "TIME(?:_NS)?(?: WITH TIME ZONE)?|TIMESTAMP_S";

    private static final Pattern MISREAD = Pattern.compile(TIMES);

    /** A type at the end or inside a nested type. A name is followed by a type, or is in quotes. */
    private static final Pattern PART = Pattern.compile(QUOTED + "|\\b(?:(?<time>" + TIMES
            + "|TIMESTAMP(?:_MS|_NS)?(?: WITH TIME ZONE)?)|(?<json>JSON))(?=[),\\[]|$)");

    private static final Pattern TOKEN = Pattern.compile(QUOTED + "|[^\"'(),]*\\(|[),]|[^\"'(),]+");

    /** The beginning of a STRUCT whose fields have no names, so that a type comes first. SQL has no word for it. */
    private static final Pattern NAMELESS = Pattern.compile("STRUCT\\([^\\s\"'(),\\[]+[(),\\[]");

    /** Begins the name of a field that has none; nobody can type it. */
    private static final String NO_NAME = "\u0001";

    private DriverTypes() {}

    /**
     * The type that a column is to be cast to before it is read: JSON in place of every time, and VARCHAR in place of
     * JSON, so that all JSON is times. Empty if the driver reads the type as it is.
     */
    static Optional<String> readAs(String type) {
        if (!type.endsWith(")") && !type.endsWith("]")) {
            return MISREAD.matcher(type).matches() ? Optional.of("JSON") : Optional.empty();
        }
        Matcher part = PART.matcher(type);
        var read = new StringBuilder();
        boolean hasTimes = false;
        while (part.find()) {
            boolean isTime = part.group("time") != null;
            hasTimes |= isTime;
            part.appendReplacement(
                    read,
                    Matcher.quoteReplacement(isTime ? "JSON" : part.group("json") != null ? "VARCHAR" : part.group()));
        }
        part.appendTail(read);
        return hasTimes ? Optional.of(named(read.toString())) : Optional.empty();
    }

    /** Whether the fields of a STRUCT, by name, have no names in SQL. */
    static boolean isNameless(Map<String, ?> fields) {
        return fields.containsKey("") || fields.containsKey(NO_NAME + 1);
    }

    private static String named(String type) {
        var named = new StringBuilder();
        // The number of the next field for each bracket that is open, or 0 where fields have names.
        Deque<Integer> fields = new ArrayDeque<>();
        for (Matcher token = TOKEN.matcher(type); token.find(); ) {
            named.append(token.group());
            if (token.group().endsWith("(")) {
                Matcher struct =
                        NAMELESS.matcher(type).region(Math.max(0, token.end() - "STRUCT(".length()), type.length());
                fields.push(struct.lookingAt() ? 1 : 0);
            } else if (token.group().equals(")")) {
                fields.pop();
                continue;
            } else if (!token.group().equals(",")) {
                continue;
            }
            int field = fields.pop();
            if (field > 0) {
                named.append(" \"").append(NO_NAME).append(field).append("\" ");
            }
            fields.push(field == 0 ? 0 : field + 1);
        }
        return named.toString();
    }
}
