package io.duckboard.board.file;

import io.duckboard.board.Spot;
import io.duckboard.board.yaml.Problems;
import io.duckboard.board.yaml.Text;
import io.duckboard.board.yaml.ValueType;
import io.duckboard.board.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value without parts, whose type the file's writer has left open.
 *
 * @param isNumber whether it is a number without quotes
 */
record Scalar(String text, boolean isNumber, Spot spot) {

    static final ValueType<Scalar> TYPE = new ValueType<>() {
        @Override
        public Optional<Scalar> read(YamlValue value, Problems problems) {
            return new Text(1, Text.LINE)
                    .read(value, problems)
                    .map(text -> new Scalar(text, value.isNumber(), value.spot()));
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", List.of("string", "number"));
        }
    };
}
