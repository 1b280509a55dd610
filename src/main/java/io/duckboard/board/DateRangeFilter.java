package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Days from one to another, either of which may be open. {@code $name_from} is the first day, {@code $name_to} the last,
 * and {@code $name_before} the day after the last, which times are to be before.
 */
public record DateRangeFilter(String name, String label, Days days, Optional<Day> from, Optional<Day> to)
        implements Filter {

    /** Between the two days in an address. */
    static final String BETWEEN = "..";

    @Override
    public FilterReading readOne(String text) {
        int between = text.indexOf(BETWEEN);
        String first = between < 0 ? text : text.substring(0, between);
        String last = between < 0 ? text : text.substring(between + BETWEEN.length());
        Optional<LocalDate> start = Days.read(first);
        Optional<LocalDate> end = Days.read(last);
        if ((start.isEmpty() && !first.isBlank())
                || (end.isEmpty() && !last.isBlank())
                || (start.isEmpty() && end.isEmpty())) {
            return new FilterReading.Refused(Shown.quoted(text)
                    + " is no range of dates. Write it as 2019-04-01..2019-04-30; one of the two may be left out.");
        }
        var dates = new FilterValue.OfDates(start, end);
        if (dates.isReversed()) {
            return new FilterReading.Refused(
                    first.strip() + " is after " + last.strip() + ". Begin with the earlier day.");
        }
        return Stream.of(start, end)
                .flatMap(Optional::stream)
                .flatMap(day -> days.objection(day).stream())
                .<FilterReading>map(FilterReading.Refused::new)
                .findFirst()
                .orElseGet(() -> new FilterReading.Read(dates));
    }

    @Override
    public FilterValue initial(LocalDate today) {
        return from.isEmpty() && to.isEmpty()
                ? new FilterValue.Unset()
                : new FilterValue.OfDates(from.map(day -> day.on(today)), to.map(day -> day.on(today)));
    }

    @Override
    public List<String> parameters() {
        return parametersOf(name);
    }

    /** The names of the parameters of a filter of this name. */
    public static List<String> parametersOf(String name) {
        return List.of(name + "_from", name + "_to", name + "_before");
    }

    @Override
    public Map<String, Parameter> bound(FilterValue value) {
        Optional<LocalDate> first = value instanceof FilterValue.OfDates dates ? dates.from() : Optional.empty();
        Optional<LocalDate> last = value instanceof FilterValue.OfDates dates ? dates.to() : Optional.empty();
        return Map.of(
                name + "_from",
                Days.parameter(first),
                name + "_to",
                Days.parameter(last),
                name + "_before",
                Days.parameter(last.map(day -> day.plusDays(1))));
    }
}
