package io.duckboard.engine.json;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JSON object that returns its members by type. An error names a member that is missing or has another type. */
public record JsonObject(Map<?, ?> members) {

    /** @throws IllegalArgumentException if {@code value} is not a JSON object */
    public static JsonObject of(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return new JsonObject(members);
        }
        throw new IllegalArgumentException("a JSON object is missing");
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public @Nullable Object get(String name) {
        return members.get(name);
    }

    public String text(String name) {
        return member(name, String.class);
    }

    public Number number(String name) {
        return member(name, Number.class);
    }

    public List<?> list(String name) {
        return member(name, List.class);
    }

    /** The members of a list, each as text. */
    public List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    /** The members of a list of numbers. */
    public List<Integer> integers(String name) {
        return list(name).stream()
                .map(value -> {
                    if (value instanceof Number number) {
                        return number.intValue();
                    }
                    throw new IllegalArgumentException("member '" + name + "' has other values than numbers");
                })
                .toList();
    }

    public JsonObject object(String name) {
        return new JsonObject(member(name, Map.class));
    }

    public Stream<JsonObject> objects(String name) {
        return list(name).stream().map(JsonObject::of);
    }

    private <T> T member(String name, Class<T> type) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("member '" + name + "' is missing or no " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
