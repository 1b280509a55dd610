package io.duckboard.lake.source;

import java.util.function.UnaryOperator;

/** What the texts of a column are. */
sealed interface ColumnReading {

    /**
     * Values of one type.
     *
     * @param sql makes a value of SQL that is a text
     * @param told what is worth telling, or an empty text
     */
    record As(String type, UnaryOperator<String> sql, String told) implements ColumnReading {

        static As text(String told) {
            return new As("VARCHAR", UnaryOperator.identity(), told);
        }
    }

    /** There is no value. */
    record Nothing() implements ColumnReading {}

    /** The values can be read in several ways. */
    record Asks(String what, String hint) implements ColumnReading {}
}
