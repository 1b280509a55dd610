package io.duckboard.ui.grid;

import io.duckboard.format.ValueText;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accepts values whose text contains another text, ignoring case. NULL has no text. */
final class TextFilter implements Predicate<@Nullable Object> {

    private final Pattern wanted;

    TextFilter(String text) {
        this.wanted = Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public boolean test(@Nullable Object value) {
        return value != null && wanted.matcher(ValueText.of(value)).find();
    }
}
