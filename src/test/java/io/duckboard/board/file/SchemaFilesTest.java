package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.FileProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/**
 * What the schema allows, the reader takes: files are made of the schema by chance, and in none of them is a key or a word
 * unknown, or a value of the wrong type. Whether values go together is more than a schema can say.
 */
class SchemaFilesTest {

    private static final Pattern OF_THE_SCHEMA = Pattern.compile(
            "An? .* has no “.*|An? .* needs “.*|.* cannot be “.*|This should be .*|.* is a mapping, .*|“.*” is not a (?:whole number|time|day|currency|pattern|name).*"
                    + "|.* is neither true nor false.*|This text is .*|This list has more .*");

    /** A text of each form that the schema has. */
    private static final List<String> TEXTS =
            List.of("5m", "today - 7 days", "set borough to name", "EUR", "a_name", "d MMM yyyy");

    private final Random random = new Random(22);
    private SchemaPart schema = new SchemaPart(Map.of());

    @BeforeEach
    void read() throws IOException {
        schema = SchemaPart.of(DashboardSchema.json());
    }

    @Test
    void areTakenByTheReader() {
        for (int i = 0; i < 200; i++) {
            String file = JSON.std.asString(value(schema));

            assertThat(DashboardTextSample.of(file).problems())
                    .as(file)
                    .extracting(FileProblem::message)
                    .noneMatch(message -> OF_THE_SCHEMA.matcher(message).matches());
        }
    }

    private Object value(SchemaPart type) {
        if (type.has("anyOf")) {
            List<SchemaPart> choices = type.parts("anyOf");
            return value(choices.get(random.nextInt(choices.size())));
        }
        if (type.has("allOf")) {
            String reference = type.parts("allOf").getFirst().text("$ref");
            return value(schema.part("definitions").part(reference.substring("#/definitions/".length())));
        }
        if (type.has("const")) {
            return type.text("const");
        }
        if (type.has("enum")) {
            return type.list("enum").get(random.nextInt(type.list("enum").size()));
        }
        return switch (type.text("type")) {
            case "object" -> object(type);
            case "array" -> array(type);
            case "integer" -> random.nextInt(number(type, "minimum"), number(type, "maximum") + 1);
            case "number" -> random.nextInt(1000) / 4.0;
            case "boolean" -> random.nextBoolean();
            default -> text(type);
        };
    }

    private Map<String, Object> object(SchemaPart type) {
        var members = new LinkedHashMap<String, Object>();
        List<?> required = type.has("required") ? type.list("required") : List.of();
        SchemaPart properties = type.part("properties");
        properties.names().stream()
                .sorted()
                .filter(name -> required.contains(name) || random.nextBoolean())
                .forEach(name -> members.put(name, value(properties.part(name))));
        return members;
    }

    private List<Object> array(SchemaPart type) {
        var items = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            items.add(value(type.part("items")));
        }
        return items;
    }

    private static int number(SchemaPart type, String bound) {
        return Integer.parseInt(type.text(bound));
    }

    /** Of a type that is a text, or may be one. */
    private String text(SchemaPart type) {
        if (!type.has("pattern")) {
            return "SELECT " + random.nextInt(100);
        }
        return TEXTS.stream()
                .filter(text -> text.matches(type.text("pattern")))
                .findFirst()
                .orElseThrow();
    }
}
