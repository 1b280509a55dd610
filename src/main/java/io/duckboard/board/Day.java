package io.duckboard.board;

import java.time.LocalDate;

/** A day that a file names. */
public sealed interface Day {

    LocalDate on(LocalDate today);

    record Fixed(LocalDate date) implements Day {
        @Override
        public LocalDate on(LocalDate today) {
            return date;
        }
    }

    /** @param days after today; before it, if negative */
    record FromToday(int days) implements Day {
        @Override
        public LocalDate on(LocalDate today) {
            return today.plusDays(days);
        }
    }
}
