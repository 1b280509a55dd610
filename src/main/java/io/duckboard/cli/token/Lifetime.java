package io.duckboard.cli.token;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a token is to be valid: {@code 90d}, {@code 12h} or {@code 30m}. */
final class Lifetime implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})([dhm])");

    @Override
    public Duration convert(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException("'" + text + "' is no time. Expected 90d, 12h or 30m.");
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofMinutes(count);
        };
    }
}
