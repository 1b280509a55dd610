package io.duckboard.board.yaml;

import java.util.Map;
import java.util.Optional;

/** True or false. YAML's yes and on are texts to people. */
public record TrueOrFalse() implements ValueType<Boolean> {

    @Override
    public Optional<Boolean> read(YamlValue value, Problems problems) {
        return switch (value.text().orElse("")) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                problems.error(
                        value.spot(),
                        value.text().map(Problems::quoted).orElse("This") + " is neither true nor false.",
                        "");
                yield Optional.empty();
            }
        };
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "boolean");
    }
}
