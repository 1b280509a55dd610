package io.duckboard.board.file;

import io.duckboard.board.BooleanFilter;
import io.duckboard.board.DateFilter;
import io.duckboard.board.DateRangeFilter;
import io.duckboard.board.Day;
import io.duckboard.board.Days;
import io.duckboard.board.Filter;
import io.duckboard.board.FilterValue;
import io.duckboard.board.NumberFilter;
import io.duckboard.board.Spot;
import io.duckboard.board.TextFilter;
import io.duckboard.board.yaml.Choice;
import io.duckboard.board.yaml.DecimalNumber;
import io.duckboard.board.yaml.Key;
import io.duckboard.board.yaml.Members;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.Shape;
import io.duckboard.board.yaml.TrueOrFalse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a file describes a filter. */
final class FilterShape {

    private static final Key<String> NAME =
            Key.required("name", Types.NAME, "By which SQL knows it, as $name, and the address.");
    private static final Key<String> LABEL =
            Key.optional("label", Types.LINE, "What people read beside it; the name, if left out.");

    private static final Key<BigDecimal> MIN = Key.optional("min", new DecimalNumber(), "The least value.");
    private static final Key<BigDecimal> MAX = Key.optional("max", new DecimalNumber(), "The greatest value.");
    private static final Key<BigDecimal> STEP =
            Key.optional("step", new DecimalNumber(), "How far apart values are, from min or else 0.");
    private static final Key<BigDecimal> NUMBER =
            Key.optional("default", new DecimalNumber(), "The value at first; unset, if left out.");

    private static final Key<String> TEXT =
            Key.optional("default", Types.LINE, "The text at first; unset, if left out.");
    private static final Key<Boolean> TRUTH =
            Key.optional("default", new TrueOrFalse(), "The value at first; unset, if left out.");

    private static final Key<Day> FIRST = Key.optional("min", Types.DAY, "The first day that can be chosen.");
    private static final Key<Day> LAST = Key.optional("max", Types.DAY, "The last day that can be chosen.");
    private static final Key<Day> DATE =
            Key.optional("default", Types.DAY, "The day at first, such as today; unset, if left out.");

    private static final Key<Day> FROM = Key.optional("from", Types.DAY, "The first day of the range.");
    private static final Key<Day> TO = Key.optional("to", Types.DAY, "The last day of the range.");
    private static final Key<DayRange> DATES = Key.optional(
            "default",
            Shape.of("a range of days", List.of(FROM, TO), members -> new DayRange(members.get(FROM), members.get(TO))),
            "The days at first, such as {from: today - 30 days}; unset, if left out.");

    private record DayRange(Optional<Day> from, Optional<Day> to) {}

    private FilterShape() {}

    static Choice<Filter> of(SqlFiles files) {
        var choices = new ChoiceFilterShape(NAME, LABEL, files);
        return new Choice<>(
                "a filter",
                "kind",
                "What is chosen: a number, a text, a day, days, one or several of a list, true or false.",
                Types.words(kinds -> {
                    kinds.put("number", shape("a number filter", List.of(MIN, MAX, STEP, NUMBER), FilterShape::number));
                    kinds.put("text", shape("a text filter", List.of(TEXT), FilterShape::text));
                    kinds.put("date", shape("a date filter", List.of(FIRST, LAST, DATE), FilterShape::date));
                    kinds.put(
                            "date range",
                            shape("a filter of a date range", List.of(FIRST, LAST, DATES), FilterShape::dates));
                    kinds.put("one", choices.one());
                    kinds.put("several", choices.several());
                    kinds.put("boolean", shape("a boolean filter", List.of(TRUTH), FilterShape::truth));
                }));
    }

    private static Shape<Filter> shape(String what, List<Key<?>> own, Shape.Builder<Filter> builder) {
        return new Shape<>(what, keys(NAME, LABEL, own), builder);
    }

    static List<Key<?>> keys(Key<String> name, Key<String> label, List<Key<?>> own) {
        return Stream.concat(Stream.of(name, label), own.stream()).toList();
    }

    private static Optional<Filter> number(Members members, Problems problems) {
        Optional<BigDecimal> min = members.get(MIN);
        Optional<BigDecimal> max = members.get(MAX);
        if (members.get(STEP).filter(step -> step.signum() <= 0).isPresent()) {
            problems.error(members.spot(STEP), "A step is greater than 0.", "");
            return Optional.empty();
        }
        if (min.isPresent() && max.filter(most -> most.compareTo(min.get()) < 0).isPresent()) {
            problems.error(members.spot(MAX), "“max” is less than “min”.", "Exchange them.");
            return Optional.empty();
        }
        return right(
                new NumberFilter(name(members), label(members), min, max, members.get(STEP), members.get(NUMBER)),
                members.spot(NUMBER),
                problems);
    }

    private static Optional<Filter> text(Members members, Problems problems) {
        return Optional.of(new TextFilter(name(members), label(members), members.get(TEXT)));
    }

    private static Optional<Filter> truth(Members members, Problems problems) {
        return Optional.of(new BooleanFilter(name(members), label(members), members.get(TRUTH)));
    }

    private static Optional<Filter> date(Members members, Problems problems) {
        Optional<Day> preset = members.get(DATE);
        var filter = new DateFilter(name(members), label(members), days(members), preset);
        return preset.filter(Day.FromToday.class::isInstance).isPresent()
                ? Optional.of(filter)
                : right(filter, members.spot(DATE), problems);
    }

    private static Optional<Filter> dates(Members members, Problems problems) {
        Optional<Day> from = members.get(DATES).flatMap(DayRange::from);
        Optional<Day> to = members.get(DATES).flatMap(DayRange::to);
        var filter = new DateRangeFilter(name(members), label(members), days(members), from, to);
        long moving = Stream.of(from, to)
                .flatMap(Optional::stream)
                .filter(Day.FromToday.class::isInstance)
                .count();
        if (moving == 0) {
            return right(filter, members.spot(DATES), problems);
        }
        // Which of two days is earlier is known only if both move with today, or neither does.
        boolean isKnown = moving == 2;
        if (isKnown && filter.initial(LocalDate.EPOCH) instanceof FilterValue.OfDates dates && dates.isReversed()) {
            problems.error(members.spot(DATES), "“from” is after “to”.", "Exchange them.");
            return Optional.empty();
        }
        return Optional.of(filter);
    }

    private static Days days(Members members) {
        return new Days(members.get(FIRST), members.get(LAST));
    }

    private static String name(Members members) {
        return members.need(NAME);
    }

    private static String label(Members members) {
        return members.get(LABEL).orElseGet(() -> labelOf(name(members)));
    }

    /** Returns {@code Pickup day} for {@code pickup_day}. */
    static String labelOf(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The default has to be a value that somebody could choose. */
    private static Optional<Filter> right(Filter filter, Spot preset, Problems problems) {
        List<String> texts = filter.write(filter.initial(LocalDate.EPOCH));
        Optional<String> objection = filter.read(texts).objection();
        objection.ifPresent(message -> problems.error(preset, "The default cannot be chosen: " + message, ""));
        return objection.isPresent() ? Optional.empty() : Optional.of(filter);
    }
}
