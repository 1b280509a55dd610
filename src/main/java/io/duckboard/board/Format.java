package io.duckboard.board;

import java.util.OptionalInt;

/** How values are written. */
public sealed interface Format {

    /**
     * @param decimals digits after the point; if absent, as many as the value needs
     * @param unit what follows the number; may be empty
     */
    record Decimal(OptionalInt decimals, String unit) implements Format {}

    /** @param currency three letters, such as {@code EUR} */
    record Money(String currency, OptionalInt decimals) implements Format {}

    /** A share, 0.25 being 25 %. */
    record Percent(OptionalInt decimals) implements Format {}

    /** @param pattern in the letters of {@link java.time.format.DateTimeFormatter} */
    record Date(String pattern) implements Format {}
}
