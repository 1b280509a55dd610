package io.duckboard.engine.sql.type;

import io.duckboard.engine.sql.type.ColumnType.ArrayOf;
import io.duckboard.engine.sql.type.ColumnType.Decimal;
import io.duckboard.engine.sql.type.ColumnType.Field;
import io.duckboard.engine.sql.type.ColumnType.ListOf;
import io.duckboard.engine.sql.type.ColumnType.MapOf;
import io.duckboard.engine.sql.type.ColumnType.Scalar;
import io.duckboard.engine.sql.type.ColumnType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads types from the text that DuckDB writes. */
final class TypeText {

    /** What is nested deeper stays text, so that no type of a stranger's file exhausts the stack. */
    private static final int DEEPEST = 100;

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d{1,2}),(\\d{1,2})\\)");
    private static final Pattern LIST_END = Pattern.compile("\\[(\\d{0,9})]$");
    private static final Pattern IDENTIFIER = Pattern.compile("(\"(?:[^\"]|\"\")++\"|[^\" ]++) ");

    private TypeText() {}

    static ColumnType parse(String text) {
        return parse(text, DEEPEST);
    }

    private static ColumnType parse(String text, int depth) {
        return nested(text, depth).orElseGet(() -> new Scalar(text));
    }

    private static Optional<ColumnType> nested(String text, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        if (text.endsWith("]")) {
            return list(text, depth - 1);
        }
        if (text.startsWith("STRUCT(")) {
            return inParentheses(text).flatMap(parts -> struct(parts, depth - 1));
        }
        if (text.startsWith("MAP(")) {
            return inParentheses(text).flatMap(parts -> map(parts, depth - 1));
        }
        Matcher decimal = DECIMAL.matcher(text);
        return decimal.matches()
                ? Optional.of(new Decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2))))
                : Optional.empty();
    }

    private static Optional<ColumnType> list(String text, int depth) {
        Matcher end = LIST_END.matcher(text);
        if (!end.find()) {
            return Optional.empty();
        }
        ColumnType element = parse(text.substring(0, end.start()), depth);
        String length = end.group(1);
        return Optional.of(length.isEmpty() ? new ListOf(element) : new ArrayOf(element, Integer.parseInt(length)));
    }

    private static Optional<ColumnType> struct(List<String> parts, int depth) {
        var fields = new ArrayList<Field>();
        for (String part : parts) {
            Matcher identifier = IDENTIFIER.matcher(part);
            if (!identifier.lookingAt()) {
                return Optional.empty();
            }
            fields.add(new Field(identifier.group(1), parse(part.substring(identifier.end()), depth)));
        }
        return Optional.of(new Struct(fields));
    }

    private static Optional<ColumnType> map(List<String> parts, int depth) {
        return parts.size() == 2
                ? Optional.of(new MapOf(parse(parts.getFirst(), depth), parse(parts.getLast(), depth)))
                : Optional.empty();
    }

    /** The parts between the commas of the outermost parentheses, if those end with the text. */
    private static Optional<List<String>> inParentheses(String text) {
        var parts = new ArrayList<String>();
        int open = 0;
        int begin = text.indexOf('(') + 1;
        for (int at = begin - 1; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\'') {
                at = text.indexOf(character, at + 1);
                if (at < 0) {
                    return Optional.empty();
                }
            } else if (character == '(') {
                open++;
            } else if (character == ')') {
                open--;
            }
            boolean ends = open == 0;
            if (ends || (open == 1 && character == ',')) {
                parts.add(text.substring(begin, at).strip());
                begin = at + 1;
            }
            if (ends) {
                return begin == text.length() ? Optional.of(parts) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
