package io.duckboard.board.file;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** An object of a JSON Schema, which has what it is asked for. */
record SchemaPart(Map<?, ?> members) {

    static SchemaPart of(String json) throws IOException {
        return new SchemaPart(JSON.std.mapFrom(json));
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Set<String> names() {
        return members.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    SchemaPart part(String name) {
        return part(members.get(name), name);
    }

    List<SchemaPart> parts(String name) {
        return list(name).stream().map(item -> part(item, name)).toList();
    }

    List<?> list(String name) {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalStateException("no list " + name + " in " + members);
    }

    String text(String name) {
        return String.valueOf(members.get(name));
    }

    private static SchemaPart part(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return new SchemaPart(map);
        }
        throw new IllegalStateException(name + " is no object: " + value);
    }
}
