package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One day. */
public record DateFilter(String name, String label, Days days, Optional<Day> preset) implements Filter {

    @Override
    public FilterReading readOne(String text) {
        Optional<LocalDate> day = Days.read(text);
        if (day.isEmpty()) {
            return new FilterReading.Refused(Shown.quoted(text) + " is not a date. " + Days.EXPECTED);
        }
        return days.objection(day.get())
                .<FilterReading>map(FilterReading.Refused::new)
                .orElseGet(() -> new FilterReading.Read(new FilterValue.OfDate(day.get())));
    }

    @Override
    public FilterValue initial(LocalDate today) {
        return preset.<FilterValue>map(day -> new FilterValue.OfDate(day.on(today)))
                .orElseGet(FilterValue.Unset::new);
    }

    @Override
    public Map<String, Parameter> bound(FilterValue value) {
        return Map.of(
                name,
                Days.parameter(
                        value instanceof FilterValue.OfDate(LocalDate day) ? Optional.of(day) : Optional.empty()));
    }
}
