package io.duckboard.lake.source;

import java.util.List;
import java.util.Optional;

/** What the texts of a column can be, all of them. */
final class ColumnProfile {

    /** What decides whether a first row is a header. */
    enum Kind {
        NOTHING,
        NUMBER,
        WORD,
        TIME,
        TEXT
    }

    private final NumberProfile plain = new NumberProfile('.', NumberProfile.NONE);
    private final NumberProfile comma = new NumberProfile(',', '.');
    private final WordProfile words = new WordProfile();
    private final TimeProfile times = new TimeProfile();
    private Optional<NumberProfile> grouped = Optional.empty();
    private boolean any;
    private boolean text;

    /** @param value not NULL */
    void add(String value) {
        any = true;
        if (text) {
            return;
        }
        addNumber(value);
        comma.add(value);
        words.add(value);
        times.add(value);
        text = !isNumber() && !words.isPossible() && !times.isPossible();
    }

    /** As long as no number has groups, both profiles would be the same. */
    private void addNumber(String value) {
        if (plain.isPossible()) {
            plain.add(value);
            if (plain.isPossible()) {
                return;
            }
            grouped = Optional.of(plain.withGroups(','));
        }
        grouped.ifPresent(numbers -> numbers.add(value));
    }

    private NumberProfile grouped() {
        return grouped.orElse(plain);
    }

    Kind kind() {
        if (!any) {
            return Kind.NOTHING;
        }
        if (isNumber()) {
            return Kind.NUMBER;
        }
        if (words.isBoolean()) {
            return Kind.WORD;
        }
        return times.isPossible() ? Kind.TIME : Kind.TEXT;
    }

    /** The numbers, as the decimal that is said has them; empty if not all texts are numbers. */
    Optional<NumberProfile> numbers(Optional<String> decimal) {
        NumberProfile numbers = decimal.map(said -> said.equals(",") ? comma : grouped())
                .orElseGet(() -> plain.isPossible() || !isDecimalComma() ? plain : comma);
        return Optional.of(numbers).filter(NumberProfile::isPossible);
    }

    /** Whether these are numbers that have a comma in front of their fraction, without any doubt. */
    boolean isDecimalComma() {
        return any && !plain.isPossible() && comma.isPossible() && comma.hasFractionForSure();
    }

    /**
     * @param delimiter between fields: a comma in a field between commas may be anything
     * @param commaElsewhere whether another column of the file has decimal commas
     */
    ColumnReading reading(ReadOptions options, String delimiter, boolean commaElsewhere) {
        if (!any) {
            return new ColumnReading.Nothing();
        }
        if (words.isBoolean()) {
            return new ColumnReading.As("BOOLEAN", WordProfile::sql, "");
        }
        if (isNumber()) {
            return number(options, delimiter.equals(","), commaElsewhere);
        }
        return times.isPossible() ? time() : ColumnReading.As.text("");
    }

    private boolean isNumber() {
        return plain.isPossible() || grouped().isPossible() || comma.isPossible();
    }

    private ColumnReading number(ReadOptions options, boolean commaFields, boolean commaElsewhere) {
        if (options.decimal().isPresent()) {
            return numbers(options.decimal())
                    .map(ColumnProfile::exactly)
                    .orElseGet(() -> ColumnReading.As.text(
                            "numbers without the decimal " + options.decimal().get() + " kept as text"));
        }
        if (plain.isPossible()) {
            return commaElsewhere && comma.isPossible() && comma.isGrouped()
                    ? new ColumnReading.Asks(
                            "can have thousands in groups, or fractions, since other columns have decimal commas",
                            "--decimal , or --decimal .")
                    : exactly(plain);
        }
        if (comma.isPossible() && comma.isPointed() && !commaFields) {
            return grouped().isPossible()
                    ? new ColumnReading.Asks(
                            "can have commas in front of fractions, or between thousands", "--decimal , or --decimal .")
                    : exactly(comma);
        }
        return ColumnReading.As.text("numbers with commas kept as text (--decimal reads them)");
    }

    private static ColumnReading exactly(NumberProfile numbers) {
        return numbers.type()
                .<ColumnReading>map(type -> new ColumnReading.As(
                        type, text -> "CAST(" + numbers.plain(text) + " AS " + type + ")", numbers.told()))
                .orElseGet(() -> ColumnReading.As.text("numbers with more digits than a type holds kept as text"));
    }

    private ColumnReading time() {
        List<DateOrder> orders = times.orders().stream().sorted().toList();
        Optional<String> doubtful = times.doubtful();
        if (doubtful.isPresent()) {
            String formats = String.join(
                    " or ",
                    orders.stream()
                            .map(order -> "'" + times.formats(order).getFirst() + "'")
                            .toList());
            return new ColumnReading.Asks(
                    "can be read in " + orders.size() + " ways ('" + doubtful.get() + "': "
                            + String.join(
                                    ", ", orders.stream().map(DateOrder::title).toList()) + ")",
                    "--date-format " + formats);
        }
        Optional<ColumnReading.As> reading = times.reading(orders.getLast());
        return reading.isPresent() ? reading.get() : ColumnReading.As.text("times that no type holds kept as text");
    }
}
