package io.duckboard.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The value of a filter. */
public sealed interface FilterValue {

    /** As an address has it; empty if it is unset. */
    List<String> texts();

    record Unset() implements FilterValue {
        @Override
        public List<String> texts() {
            return List.of();
        }
    }

    record OfNumber(BigDecimal number) implements FilterValue {

        /** A number is the same however many zeros follow it. */
        public OfNumber {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        @Override
        public List<String> texts() {
            return List.of(number.toPlainString());
        }
    }

    record OfText(String text) implements FilterValue {
        @Override
        public List<String> texts() {
            return List.of(text);
        }
    }

    record OfDate(LocalDate date) implements FilterValue {
        @Override
        public List<String> texts() {
            return List.of(date.toString());
        }
    }

    /** Days from the first to the last, or all after or before one; at least one is present. */
    record OfDates(Optional<LocalDate> from, Optional<LocalDate> to) implements FilterValue {

        public OfDates {
            if (from.isEmpty() && to.isEmpty()) {
                throw new IllegalArgumentException("no day at all");
            }
        }

        /** Whether the last day is before the first. */
        public boolean isReversed() {
            return from.isPresent() && to.filter(from.get()::isAfter).isPresent();
        }

        @Override
        public List<String> texts() {
            return List.of(from.map(LocalDate::toString).orElse("")
                    + DateRangeFilter.BETWEEN
                    + to.map(LocalDate::toString).orElse(""));
        }
    }

    record OfBoolean(boolean truth) implements FilterValue {
        @Override
        public List<String> texts() {
            return List.of(String.valueOf(truth));
        }
    }

    /** @param values each with one text, in the order of choice; at least one */
    record OfSeveral(List<FilterValue> values) implements FilterValue {

        public OfSeveral {
            values = List.copyOf(values);
        }

        @Override
        public List<String> texts() {
            return values.stream().flatMap(value -> value.texts().stream()).toList();
        }
    }
}
