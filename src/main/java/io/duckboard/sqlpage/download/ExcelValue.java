package io.duckboard.sqlpage.download;

import java.time.LocalDateTime;

/** What a cell of a sheet can hold. */
sealed interface ExcelValue {

    /** NULL. */
    record Nothing() implements ExcelValue {}

    record Truth(boolean value) implements ExcelValue {}

    record Amount(Number value) implements ExcelValue {}

    /** A point in time, of whatever zone the column is. */
    record Moment(LocalDateTime value) implements ExcelValue {}

    /** A time of day, from 0 to 1. */
    record PartOfDay(double value) implements ExcelValue {}

    /** Never a formula, whatever it begins with. */
    record Text(String value) implements ExcelValue {}

    /** A number or a time of which Excel's own would lose something. */
    record ExactText(String value) implements ExcelValue {}
}
