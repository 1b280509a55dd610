package io.duckboard.board.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number from one to another. */
public record WholeNumber(int least, int most) implements ValueType<Integer> {

    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,9}");

    @Override
    public Optional<Integer> read(YamlValue value, Problems problems) {
        Optional<Integer> number = value.text()
                .filter(text -> DIGITS.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(read -> read >= least && read <= most);
        if (number.isEmpty()) {
            problems.error(
                    value.spot(),
                    value.text().map(Problems::quoted).orElse("This") + " is not a whole number from " + least + " to "
                            + most + ".",
                    "");
        }
        return number;
    }

    @Override
    public Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "integer");
        schema.put("minimum", least);
        schema.put("maximum", most);
        return schema;
    }
}
