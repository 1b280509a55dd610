package io.duckboard.engine.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a trace to which a request belongs, as in the header of <a
 * href="https://www.w3.org/TR/trace-context/#traceparent-header">Trace Context</a>.
 *
 * @param text version 00, a trace's id, a part's id and flags, all in small hexadecimal digits with hyphens between them
 */
public record TraceParent(String text) {

    private static final Pattern FORMAT =
            Pattern.compile("00-(?<trace>(?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    public TraceParent {
        if (!FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException("This is no traceparent of version 00.");
        }
    }

    /** Reads what somebody has sent. Anything else is ignored, as the standard wants it. */
    public static Optional<TraceParent> in(@Nullable Object sent) {
        return sent instanceof String text && FORMAT.matcher(text).matches()
                ? Optional.of(new TraceParent(text))
                : Optional.empty();
    }

    /** The trace's id: 32 digits. */
    public String trace() {
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("The constructor has checked it.");
        }
        return parts.group("trace");
    }
}
