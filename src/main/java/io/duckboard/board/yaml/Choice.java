package io.duckboard.board.yaml;

import io.duckboard.board.Spot;
import io.duckboard.format.NearName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A mapping in which the word of one key says which other keys there are.
 *
 * @param what such as {@code a tile}
 * @param key the name of that key
 * @param shapes by their words, without that key
 */
public record Choice<T>(String what, String key, String meaning, SequencedMap<String, Shape<? extends T>> shapes)
        implements ValueType<T> {

    public Choice {
        shapes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shapes));
    }

    @Override
    public Optional<T> read(YamlValue value, Problems problems) {
        Optional<List<YamlValue.Entry>> entries = value.entries();
        if (entries.isEmpty()) {
            problems.error(value.spot(), upper(what) + " is a mapping, name: value.", "It begins with “" + key + "”.");
            return Optional.empty();
        }
        Optional<YamlValue.Entry> chosen =
                entries.get().stream().filter(entry -> entry.name().equals(key)).findFirst();
        if (chosen.isEmpty()) {
            lacking(value.spot(), entries.get(), problems);
            return Optional.empty();
        }
        return new Word<Shape<? extends T>>(shapes, key)
                .read(chosen.get().value(), problems)
                .flatMap(shape -> with(shape).read(value, problems));
    }

    /** Perhaps the key is there and has been mistyped. */
    private void lacking(Spot spot, List<YamlValue.Entry> entries, Problems problems) {
        Optional<YamlValue.Entry> mistyped = entries.stream()
                .filter(entry -> !isKnown(entry.name()))
                .filter(entry -> NearName.of(entry.name(), List.of(key)).isPresent())
                .findFirst();
        mistyped.ifPresentOrElse(
                entry -> problems.unknown(
                        entry.spot(),
                        upper(what) + " has no " + Problems.quoted(entry.name()) + ".",
                        entry.name(),
                        List.of(key)),
                () -> problems.error(
                        spot,
                        upper(what) + " needs “" + key + "”.",
                        "Allowed: " + String.join(", ", shapes.keySet()) + "."));
    }

    private boolean isKnown(String name) {
        return shapes.values().stream()
                .flatMap(shape -> shape.keys().stream())
                .anyMatch(known -> known.name().equals(name));
    }

    private <S extends T> Shape<S> with(Shape<S> shape) {
        var keys = new ArrayList<Key<?>>();
        keys.add(Key.required(key, new Text(1, Text.LINE), meaning));
        keys.addAll(shape.keys());
        return new Shape<>(shape.what(), keys, shape.builder());
    }

    @Override
    public Map<String, Object> schema() {
        var all = new ArrayList<Object>();
        shapes.forEach((word, shape) -> all.add(schema(word, shape)));
        // With anyOf, editors offer the words of the key, and then the keys of the word.
        return Map.of("anyOf", all);
    }

    private Map<String, Object> schema(String word, Shape<? extends T> shape) {
        var keys = new ArrayList<Key<?>>();
        keys.add(Key.required(key, new Only(word), meaning));
        keys.addAll(shape.keys());
        var schema = new LinkedHashMap<String, Object>();
        schema.put("title", shape.what());
        schema.putAll(new Shape<>(shape.what(), keys, shape.builder()).schema());
        return schema;
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** One word, in a schema alone: what is read has been matched with it before. */
    private record Only(String word) implements ValueType<String> {

        @Override
        public Optional<String> read(YamlValue value, Problems problems) {
            return value.text();
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("const", word);
        }
    }
}
