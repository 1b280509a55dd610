package io.duckboard.board.yaml;

import io.duckboard.board.Spot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mapping with these keys and no others.
 *
 * @param what such as {@code a bar chart}
 * @param builder makes the value of members without errors
 */
public record Shape<T>(String what, List<Key<?>> keys, Builder<T> builder) implements ValueType<T> {

    public Shape {
        keys = List.copyOf(keys);
    }

    /** Makes a value of members that are right by themselves. */
    @FunctionalInterface
    public interface Builder<T> {

        /** Empty, with an error, if they do not go together. */
        Optional<T> build(Members members, Problems problems);
    }

    public static <T> Shape<T> of(String what, List<Key<?>> keys, Function<Members, T> builder) {
        return new Shape<>(what, keys, (members, _) -> Optional.of(builder.apply(members)));
    }

    @Override
    public Optional<T> read(YamlValue value, Problems problems) {
        var own = new Problems();
        Optional<Members> members = members(value, own);
        Optional<T> built = own.hasErrors() ? Optional.empty() : members.flatMap(all -> builder.build(all, own));
        problems.addAll(own.all());
        return built;
    }

    /** Reads the values that are right, whatever is wrong with the others. Empty if this is no mapping. */
    public Optional<Members> members(YamlValue value, Problems problems) {
        Optional<List<YamlValue.Entry>> entries = value.entries();
        if (entries.isEmpty()) {
            problems.error(value.spot(), upper(what) + " is a mapping, name: value.", known());
        }
        return entries.map(each -> members(value, each, problems));
    }

    private Members members(YamlValue value, List<YamlValue.Entry> entries, Problems problems) {
        Map<String, Object> values = new HashMap<>();
        Map<String, Spot> spots = new HashMap<>();
        for (YamlValue.Entry entry : entries) {
            Optional<Key<?>> key = keys.stream()
                    .filter(each -> each.name().equals(entry.name()))
                    .findFirst();
            if (spots.put(entry.name(), entry.value().spot()) != null) {
                problems.error(entry.spot(), Problems.quoted(entry.name()) + " is there twice.", "Keep one of them.");
            } else if (key.isEmpty()) {
                problems.unknown(
                        entry.spot(),
                        upper(what) + " has no " + Problems.quoted(entry.name()) + ".",
                        entry.name(),
                        names());
            } else if (!entry.value().isNothing()) {
                key.get().type().read(entry.value(), problems).ifPresent(read -> values.put(entry.name(), read));
            } else if (key.get().isRequired()) {
                missing(entry.spot(), key.get(), problems);
            }
        }
        for (Key<?> key : keys) {
            if (key.isRequired() && !spots.containsKey(key.name())) {
                missing(value.spot(), key, problems);
            }
        }
        return new Members(value.spot(), values, spots);
    }

    private void missing(Spot spot, Key<?> key, Problems problems) {
        problems.error(spot, upper(what) + " needs “" + key.name() + "”.", key.meaning());
    }

    private String known() {
        return "Its names: " + String.join(", ", names()) + ".";
    }

    private List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    @Override
    public Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        for (Key<?> key : keys) {
            var property = new LinkedHashMap<String, Object>();
            property.put("description", key.meaning());
            property.putAll(key.type().schema());
            properties.put(key.name(), property);
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required =
                keys.stream().filter(Key::isRequired).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
