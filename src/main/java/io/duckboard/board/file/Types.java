package io.duckboard.board.file;

import io.duckboard.board.ColumnName;
import io.duckboard.board.Day;
import io.duckboard.board.yaml.Matched;
import io.duckboard.board.yaml.Placed;
import io.duckboard.board.yaml.Text;
import io.duckboard.board.yaml.ValueType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of value that several mappings have. */
final class Types {

    static final Text LINE = new Text(1, Text.LINE);
    static final Text TEXT = new Text(0, 2000);

    static final ValueType<ColumnName> COLUMN = new Placed<>(LINE, ColumnName::new);

    /** DuckDB takes any case for the same name, and addresses do not. */
    static final String NAME_FORM = "[a-z_][a-z0-9_]{0,62}";

    static final ValueType<String> NAME =
            new Matched<>(NAME_FORM, "a name of small letters, digits and _ that begins with a letter", Optional::of);

    /** More often would be a load, and more seldom nobody's page is open. */
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofHours(1);

    static final ValueType<Duration> REFRESH =
            new Matched<>("[1-9]\\d{0,3}[smh]", "a time from 30s to 1h, such as 5m", Types::refresh);

    private static final Pattern TODAY = Pattern.compile("today(?: ?([+-]) ?(\\d{1,5}) days?)?");

    static final ValueType<Day> DAY = new Matched<>(
            "\\d{4}-\\d{2}-\\d{2}|today(?: ?[+-] ?\\d{1,5} days?)?",
            "a day such as 2019-04-01, today or today - 7 days", Types::day);

    private Types() {}

    private static Optional<Duration> refresh(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        Duration time = switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
        return time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(time);
    }

    private static Optional<Day> day(String text) {
        Matcher today = TODAY.matcher(text);
        if (today.matches()) {
            int days = today.group(2) == null ? 0 : Integer.parseInt(today.group(2));
            return Optional.of(new Day.FromToday("-".equals(today.group(1)) ? -days : days));
        }
        try {
            return Optional.of(new Day.Fixed(LocalDate.parse(text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static <T> SequencedMap<String, T> words(Consumer<SequencedMap<String, T>> filled) {
        var words = new LinkedHashMap<String, T>();
        filled.accept(words);
        return words;
    }
}
