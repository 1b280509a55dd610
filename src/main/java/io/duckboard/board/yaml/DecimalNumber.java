package io.duckboard.board.yaml;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number without an exponent. */
public record DecimalNumber() implements ValueType<BigDecimal> {

    private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d{1,19}(?:\\.\\d{1,18})?");

    @Override
    public Optional<BigDecimal> read(YamlValue value, Problems problems) {
        Optional<BigDecimal> number =
                value.text().filter(text -> WRITTEN.matcher(text).matches()).map(BigDecimal::new);
        if (number.isEmpty()) {
            problems.error(value.spot(), value.text().map(Problems::quoted).orElse("This") + " is not a number.", "");
        }
        return number;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "number");
    }
}
