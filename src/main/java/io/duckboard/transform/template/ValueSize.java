package io.duckboard.transform.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The total size of values when written out. A list of one text a thousand times takes little memory, but a thousand
 * times as much when it is written as a text or compared.
 */
final class ValueSize {

    /** The limit in characters, plus one for each value; eight times what a template may write. */
    private static final long MOST = 8 << 20;

    private static final int DEEPEST = 20;

    private long size;
    private long values;

    /** Returns the number of characters, plus one for each value. */
    long total() {
        return size;
    }

    /** Returns the number of values, including nested ones. */
    long values() {
        return values;
    }

    /** @throws TemplateProblem if this value makes the total too large */
    void add(@Nullable Object value) {
        add(value, 0);
    }

    private void add(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new TemplateProblem(
                    "A list or a map holds itself, or is nested more than " + DEEPEST + " deep.", "Make it flat.");
        }
        size++;
        values++;
        switch (value) {
            case String text -> size += text.length();
            case Map<?, ?> map ->
                map.forEach((key, item) -> {
                    add(key, depth + 1);
                    add(item, depth + 1);
                });
            case Collection<?> items -> items.forEach(item -> add(item, depth + 1));
            case Map.Entry<?, ?> entry -> {
                add(entry.getKey(), depth + 1);
                add(entry.getValue(), depth + 1);
            }
            // A short text such as 1e999999999 can make a number that fills the memory when something is added to it.
            case BigDecimal _, BigInteger _ ->
                throw new TemplateProblem("A number has more than 18 digits.", "Write it as a text.");
            case null, default -> {}
        }
        if (size > MOST) {
            throw new TemplateProblem(
                    "What an expression reads or makes is larger than 8 MB when all of it is written out.",
                    "Look for a text or a list that grows in a loop.");
        }
    }
}
