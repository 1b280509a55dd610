package io.duckboard.board.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.jr.ob.JSON;

/** Makes files by chance that the schema allows. */
final class SchemaFiles {

    /** A text of each form that the schema has. */
    private static final List<String> TEXTS =
            List.of("5m", "today - 7 days", "set borough to name", "EUR", "a_name", "d MMM yyyy");

    private final SchemaPart schema;
    private final Random random;
    private final Supplier<String> free;

    /** @param free supplies texts of any form */
    SchemaFiles(SchemaPart schema, Random random, Supplier<String> free) {
        this.schema = schema;
        this.random = random;
        this.free = free;
    }

    /** The next file: JSON, which is YAML too. */
    String next() {
        return JSON.std.asString(value(schema));
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
            return free.get();
        }
        return TEXTS.stream()
                .filter(text -> text.matches(type.text("pattern")))
                .findFirst()
                .orElseThrow();
    }
}
