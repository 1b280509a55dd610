package io.duckboard.limit;

import io.duckboard.engine.failure.FailureException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An allowance as people write it: {@code queries=4 per-minute=60 seconds=30 bytes-per-day=100GB dollars-per-day=1.50}.
 * A bound may be {@code none}, and so may the whole text.
 */
final class AllowanceText {

    private static final String NONE = "none";

    private static final String GRAMMAR =
            "It is none, or some of queries=4 per-minute=60 seconds=30 bytes-per-day=100GB"
                    + " dollars-per-day=1.50 with spaces between them; each may be none.";

    /** Each query within the last minute is remembered. */
    private static final int MOST_PER_MINUTE = 100_000;

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5})(MB|GB|TB)");

    private AllowanceText() {}

    /**
     * @param base what holds for all that the text does not name
     * @throws FailureException if the text cannot be read
     */
    static Allowance read(String text, Allowance base) {
        if (text.strip().equals(NONE)) {
            return Allowance.UNBOUNDED;
        }
        Allowance read = base;
        for (String word : text.strip().split("\\s+", -1)) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2) {
                throw mistake(word);
            }
            read = with(read, parts[0], parts[1], word);
        }
        return read;
    }

    private static Allowance with(Allowance base, String name, String value, String word) {
        return switch (name) {
            case "queries" -> base.queries(number(value, word));
            case "per-minute" -> base.perMinute(number(value, word));
            case "seconds" -> base.longest(seconds(value, word));
            case "bytes-per-day" -> base.bytesPerDay(bytes(value, word));
            case "dollars-per-day" -> base.usdPerDay(dollars(value, word));
            default -> throw mistake(word);
        };
    }

    private static OptionalInt number(String value, String word) {
        if (value.equals(NONE)) {
            return OptionalInt.empty();
        }
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) == 0 || Integer.parseInt(value) > MOST_PER_MINUTE) {
            throw mistake(word);
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    private static Optional<Duration> seconds(String value, String word) {
        OptionalInt number = number(value, word);
        return number.isPresent() ? Optional.of(Duration.ofSeconds(number.getAsInt())) : Optional.empty();
    }

    private static OptionalLong bytes(String value, String word) {
        if (value.equals(NONE)) {
            return OptionalLong.empty();
        }
        Matcher size = SIZE.matcher(value);
        if (!size.matches()) {
            throw mistake(word);
        }
        long unit = switch (size.group(2)) {
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            default -> 1_000_000_000_000L;
        };
        return OptionalLong.of(Math.multiplyExact(Long.parseLong(size.group(1)), unit));
    }

    private static Optional<BigDecimal> dollars(String value, String word) {
        if (value.equals(NONE)) {
            return Optional.empty();
        }
        if (!value.matches("[0-9]{1,9}(\\.[0-9]{1,10})?") || new BigDecimal(value).signum() == 0) {
            throw mistake(word);
        }
        return Optional.of(new BigDecimal(value));
    }

    private static FailureException mistake(String word) {
        return new FailureException(
                word.isEmpty() ? "It is empty." : "It does not say a limit where it says " + word + ".", GRAMMAR);
    }
}
