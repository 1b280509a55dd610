package io.duckboard.transform.template;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rewrites calls so that Jinjava understands them: {@code f(a=b ~ c,)} becomes {@code f(a=(b ~ c))}.
 *
 * <p>In Jinjava, {@code =} binds as tightly as {@code +}, while Jinja takes the whole expression. Jinjava also does not
 * accept a comma at the end.
 */
final class NamedArguments {

    private final String expression;
    private final StringBuilder result = new StringBuilder();
    /** For each open bracket, whether a value within it has begun. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private NamedArguments(String expression) {
        this.expression = expression;
    }

    static String parenthesized(String expression) {
        return new NamedArguments(expression).parenthesized();
    }

    private String parenthesized() {
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == '\'' || c == '"') {
                int end = afterText(at);
                result.append(expression, at, end);
                at = end;
                continue;
            }
            if (c == '(' || c == '[' || c == '{') {
                open.push(false);
            } else if (c == ',' && !open.isEmpty()) {
                close();
                open.push(false);
            } else if ((c == ')' || c == ']' || c == '}') && !open.isEmpty()) {
                close();
                dropComma(c);
            }
            result.append(c);
            if (c == '=' && isNaming(at)) {
                open.pop();
                open.push(true);
                result.append('(');
            }
            at++;
        }
        return result.toString();
    }

    /** Drops the last comma of a call, list or map. After the only value of a tuple it has a meaning, so it stays. */
    private void dropComma(char closing) {
        int last = result.length() - 1;
        while (last >= 0 && Character.isWhitespace(result.charAt(last))) {
            last--;
        }
        if (last >= 0 && result.charAt(last) == ',' && (closing != ')' || isCall())) {
            result.setLength(last);
        }
    }

    /** Whether a name stands before the open bracket. */
    private boolean isCall() {
        int depth = 0;
        for (int at = result.length() - 1; at >= 0; at--) {
            char c = result.charAt(at);
            if (c == ')' || c == ']' || c == '}') {
                depth++;
            } else if (c == '(' || c == '[' || c == '{') {
                if (depth == 0) {
                    return at > 0 && Character.isJavaIdentifierPart(result.charAt(at - 1));
                }
                depth--;
            }
        }
        return false;
    }

    private void close() {
        if (open.pop()) {
            result.append(')');
        }
    }

    /**
     * Whether this = names an argument: it is not part of ==, !=, <= or >=, and is the first one in an argument of a
     * call.
     */
    private boolean isNaming(int at) {
        char before = at == 0 ? ' ' : expression.charAt(at - 1);
        char after = at + 1 == expression.length() ? ' ' : expression.charAt(at + 1);
        return !open.isEmpty() && !open.getFirst() && "=!<>".indexOf(before) < 0 && after != '=';
    }

    private int afterText(int from) {
        for (int at = from + 1; at < expression.length(); at++) {
            if (expression.charAt(at) == '\\') {
                at++;
            } else if (expression.charAt(at) == expression.charAt(from)) {
                return at + 1;
            }
        }
        return expression.length();
    }
}
