package io.duckboard.lake.source;

import io.duckboard.engine.sql.Quoted;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether texts are dates or times, and in which orders of their parts all of them can be read. */
final class TimeProfile {

    private static final Pattern TIME_OF_DAY = Pattern.compile("([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?");

    /** What a TIMESTAMP holds. */
    private static final int MICROSECONDS = 6;

    private static final int FIRST_YEAR_OF_NANOSECONDS = 1678;
    private static final int LAST_YEAR_OF_NANOSECONDS = 2261;

    private final Set<DateOrder> orders = EnumSet.allOf(DateOrder.class);
    private final Set<DateText.TimeForm> forms = EnumSet.noneOf(DateText.TimeForm.class);
    private final Set<Shape> shapes = new LinkedHashSet<>();
    private boolean dates = true;
    private boolean times = true;
    private boolean utc = true;
    private boolean nanoseconds = true;
    private int fraction;
    private final Map<Set<DateOrder>, String> doubtful = new LinkedHashMap<>();

    private record Shape(char separator, boolean longYear, DateText.TimeForm time) {

        boolean isNative() {
            return longYear
                    && separator != '.'
                    && time != DateText.TimeForm.MINUTES_OF_HALF_A_DAY
                    && time != DateText.TimeForm.SECONDS_OF_HALF_A_DAY;
        }
    }

    void add(String value) {
        if (!isPossible()) {
            return;
        }
        String text = value.strip();
        times = times && TIME_OF_DAY.matcher(text).matches();
        if (dates) {
            DateText.parse(text).ifPresentOrElse(date -> take(date, text), () -> dates = false);
        }
    }

    boolean isPossible() {
        return dates || times;
    }

    boolean isDate() {
        return dates;
    }

    Set<DateOrder> orders() {
        return dates ? Set.copyOf(orders) : Set.of(DateOrder.YEAR_FIRST);
    }

    /** A text that is another day in another possible order; empty if all are the same day in each. */
    Optional<String> doubtful() {
        return !dates
                ? Optional.empty()
                : doubtful.entrySet().stream()
                        .filter(entry -> orders.containsAll(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** The formats that strptime takes, of the dates in this order. */
    List<String> formats(DateOrder order) {
        // %Y takes two digits too, and 24 is the year 24 then: %y has to be tried first.
        return shapes.stream()
                .sorted(Comparator.comparing(Shape::longYear))
                .map(shape -> order.format(shape.separator(), shape.longYear())
                        + shape.time().format())
                .toList();
    }

    /** The type, and the SQL that makes it of a text; empty if no type holds all values. */
    Optional<ColumnReading.As> reading(DateOrder order) {
        if (times) {
            return Optional.of(new ColumnReading.As("TIME", text -> "CAST(" + text + " AS TIME)", ""));
        }
        return type().flatMap(type -> sql(order, type));
    }

    /** As JSON has it: a moment that says it is UTC is a TIMESTAMP of UTC. */
    boolean isUtc() {
        return utc;
    }

    private Optional<String> type() {
        if (forms.equals(EnumSet.of(DateText.TimeForm.NONE))) {
            return Optional.of("DATE");
        }
        if (forms.contains(DateText.TimeForm.ZONED)) {
            return forms.size() == 1 && fraction <= MICROSECONDS
                    ? Optional.of("TIMESTAMP WITH TIME ZONE")
                    : Optional.empty();
        }
        if (fraction <= MICROSECONDS) {
            return Optional.of("TIMESTAMP");
        }
        return nanoseconds ? Optional.of("TIMESTAMP_NS") : Optional.empty();
    }

    private Optional<ColumnReading.As> sql(DateOrder order, String type) {
        if (order == DateOrder.YEAR_FIRST && shapes.stream().allMatch(Shape::isNative)) {
            return Optional.of(new ColumnReading.As(type, text -> "CAST(" + text + " AS " + type + ")", ""));
        }
        if (forms.stream().anyMatch(DateText.TimeForm::isIso)) {
            return Optional.empty();
        }
        String formats = formats(order).stream().map(Quoted::literal).toList().toString();
        String title =
                shapes.size() == 1 ? order.title() + " (" + formats(order).getFirst() + ")" : order.title();
        return Optional.of(new ColumnReading.As(
                type, text -> "CAST(strptime(trim(" + text + "), " + formats + ") AS " + type + ")", title));
    }

    private void take(DateText date, String text) {
        orders.retainAll(date.readings().keySet());
        dates = !orders.isEmpty();
        forms.add(date.time());
        shapes.add(new Shape(date.separator(), date.longYear(), date.time()));
        fraction = Math.max(fraction, date.fraction());
        utc &= text.endsWith("Z");
        int year = date.readings().values().iterator().next().getYear();
        nanoseconds &= year >= FIRST_YEAR_OF_NANOSECONDS && year <= LAST_YEAR_OF_NANOSECONDS;
        if (orders.size() > 1) {
            doubt(date.readings(), text);
        }
    }

    private void doubt(Map<DateOrder, LocalDate> readings, String text) {
        readings.forEach((one, day) -> readings.forEach((other, otherDay) -> {
            if (one.compareTo(other) < 0 && !day.equals(otherDay)) {
                doubtful.putIfAbsent(EnumSet.of(one, other), text);
            }
        }));
    }
}
