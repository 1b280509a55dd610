package io.duckboard.board.file;

import io.duckboard.board.Format;
import io.duckboard.board.yaml.Choice;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Matched;
import io.duckboard.board.yaml.Members;
import io.duckboard.board.yaml.Named;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.ShortOrLong;
import io.duckboard.board.yaml.WholeNumber;
import io.duckboard.board.yaml.Word;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** How a file says how values are written: a word, or a mapping with more. */
final class FormatShape {

    private static final Key<Integer> DECIMALS =
            Key.optional("decimals", new WholeNumber(0, 10), "Digits after the point; as many as needed, if left out.");
    private static final Key<String> UNIT = Key.optional("unit", Types.LINE, "What follows the number, such as km.");
    private static final Key<String> CURRENCY = Key.optional(
            "currency",
            new Matched<>("[A-Z]{3}", "a currency of three letters such as EUR", Optional::of),
            "Three letters such as EUR; USD, if left out.");
    private static final Key<String> PATTERN = Key.required(
            "pattern",
            new Matched<>(".{1,60}", "a pattern for dates such as d MMM yyyy", FormatShape::pattern),
            "Letters for the parts of a date, such as d MMM yyyy or HH:mm.");

    static final String USD = "USD";

    static final Named<Format> TYPE = new Named<>(
            "format",
            new ShortOrLong<>(
                    new Word<>(
                            Types.words(words -> {
                                words.put("number", new Format.Decimal(OptionalInt.empty(), ""));
                                words.put("money", new Format.Money(USD, OptionalInt.empty()));
                                words.put("percent", new Format.Percent(OptionalInt.empty()));
                                words.put("date", new Format.Date("yyyy-MM-dd"));
                            }),
                            "format"),
                    new Choice<>("a format", "kind", "What the value is.", Types.words(shapes -> {
                        shapes.put(
                                "number", Shape.of("a number's format", List.of(DECIMALS, UNIT), FormatShape::number));
                        shapes.put(
                                "money", Shape.of("a price's format", List.of(CURRENCY, DECIMALS), FormatShape::money));
                        shapes.put("percent", Shape.of("a share's format", List.of(DECIMALS), FormatShape::percent));
                        shapes.put(
                                "date",
                                Shape.of(
                                        "a date's format",
                                        List.of(PATTERN),
                                        members -> new Format.Date(members.need(PATTERN))));
                    }))));

    private FormatShape() {}

    private static Format number(Members members) {
        return new Format.Decimal(decimals(members), members.get(UNIT).orElse(""));
    }

    private static Format money(Members members) {
        return new Format.Money(members.get(CURRENCY).orElse(USD), decimals(members));
    }

    private static Format percent(Members members) {
        return new Format.Percent(decimals(members));
    }

    private static OptionalInt decimals(Members members) {
        return members.get(DECIMALS).stream().mapToInt(Integer::intValue).findFirst();
    }

    private static Optional<String> pattern(String letters) {
        try {
            var _ = DateTimeFormatter.ofPattern(letters, Locale.ROOT);
            return Optional.of(letters);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
