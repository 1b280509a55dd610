package io.duckboard.sqlpage.download;

import java.time.LocalDateTime;

/** A value that a cell of a sheet can hold. */
sealed interface ExcelValue {

    /** NULL. */
    record Nothing() implements ExcelValue {}

    record Truth(boolean value) implements ExcelValue {}

    record Amount(Number value) implements ExcelValue {}

    /** A point in time, in the column's zone, whichever that is. */
    record Moment(LocalDateTime value) implements ExcelValue {}

    /** A time of day as a fraction of a day, from 0 to 1. */
    record PartOfDay(double value) implements ExcelValue {}

    /** Never a formula, whatever characters it begins with. */
    record Text(String value) implements ExcelValue {}

    /** A number or a time that would lose precision as Excel's own type. */
    record ExactText(String value) implements ExcelValue {}
}
