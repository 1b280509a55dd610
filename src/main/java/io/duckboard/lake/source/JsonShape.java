package io.duckboard.lake.source;

import io.duckboard.engine.sql.Quoted;
import io.duckboard.engine.sql.type.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all values at a place of a JSON file have in common. */
final class JsonShape {

    static final ColumnType JSON = new ColumnType.Scalar("JSON");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** DuckDB, too, takes objects with more members than this for maps. */
    private static final int MOST_MEMBERS = 200;

    private enum Kind {
        OBJECT,
        LIST,
        TEXT,
        NUMBER,
        BOOLEAN
    }

    private final boolean record;
    private final Set<Kind> kinds = new HashSet<>();
    private final Map<String, JsonShape> members = new LinkedHashMap<>();
    private final NumberProfile numbers = new NumberProfile('.', NumberProfile.NONE);
    private final TimeProfile times = new TimeProfile();
    private boolean uuids = true;
    private Optional<JsonShape> inner = Optional.empty();
    private boolean nulls;
    private boolean map;

    private JsonShape(boolean record) {
        this.record = record;
    }

    /** The shape of a file's records, whose members are columns, however many they are. */
    static JsonShape ofRecords() {
        return new JsonShape(true);
    }

    void add(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> object -> addMembers(object);
            case List<?> list -> {
                kinds.add(Kind.LIST);
                list.forEach(element -> inner().add(element));
            }
            case String text -> {
                kinds.add(Kind.TEXT);
                times.add(text);
                uuids = uuids && UUID.matcher(text).matches();
            }
            case JsonNumber number -> {
                kinds.add(Kind.NUMBER);
                numbers.add(number.text());
            }
            case Boolean _ -> kinds.add(Kind.BOOLEAN);
            case null -> nulls = true;
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    /** Whether all values are objects, so that their members are columns. */
    boolean isRecord() {
        return !nulls && kinds.equals(Set.of(Kind.OBJECT));
    }

    Map<String, JsonShape> members() {
        return members;
    }

    NumberProfile numbers() {
        return numbers;
    }

    boolean isNumber() {
        return kinds.equals(Set.of(Kind.NUMBER));
    }

    /**
     * Marks objects with very many members as maps, at any depth within records, and returns whether there was one
     * that was none before: all values have to be added {@link #again()} then.
     */
    boolean findMaps() {
        boolean found = !map && !record && members.size() > MOST_MEMBERS;
        map |= found;
        for (JsonShape member : members.values()) {
            found |= member.findMaps();
        }
        if (inner.isPresent()) {
            found |= inner.get().findMaps();
        }
        return found;
    }

    /** A shape of nothing yet that knows what are maps. */
    JsonShape again() {
        var shape = new JsonShape(record);
        shape.map = map;
        members.forEach((name, member) -> shape.members.put(name, member.again()));
        if (map) {
            shape.members.clear();
        }
        shape.inner = inner.map(JsonShape::again);
        return shape;
    }

    /** The type of a column, or of a part of one. What cannot be one is JSON, as text. */
    ColumnType type() {
        if (kinds.isEmpty()) {
            return ColumnType.NULL;
        }
        if (kinds.size() > 1) {
            return JSON;
        }
        return switch (kinds.iterator().next()) {
            case OBJECT -> map ? new ColumnType.MapOf(ColumnType.VARCHAR, inner().type()) : struct();
            case LIST ->
                inner.<ColumnType>map(element -> new ColumnType.ListOf(element.type()))
                        .orElseGet(() -> new ColumnType.ListOf(ColumnType.NULL));
            case TEXT -> text();
            case NUMBER -> numbers.type().map(ColumnType::parse).orElse(ColumnType.VARCHAR);
            case BOOLEAN -> new ColumnType.Scalar("BOOLEAN");
        };
    }

    private ColumnType struct() {
        var names = new HashSet<String>();
        var fields = new ArrayList<ColumnType.Field>();
        for (Map.Entry<String, JsonShape> member : members.entrySet()) {
            String name = member.getKey();
            if (name.isEmpty() || !names.add(name.toLowerCase(Locale.ROOT))) {
                return JSON;
            }
            fields.add(new ColumnType.Field(identifier(name), member.getValue().type()));
        }
        return fields.isEmpty() ? JSON : new ColumnType.Struct(fields);
    }

    private static String identifier(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : Quoted.name(name);
    }

    /** The type that DuckDB keeps: JSON within others, where digits would be lost, is the text of that JSON. */
    static ColumnType kept(ColumnType type) {
        return switch (type) {
            case ColumnType.ListOf(ColumnType element) -> new ColumnType.ListOf(keptPart(element));
            case ColumnType.MapOf(ColumnType key, ColumnType value) -> new ColumnType.MapOf(key, keptPart(value));
            case ColumnType.Struct(List<ColumnType.Field> fields) ->
                new ColumnType.Struct(fields.stream()
                        .map(field -> new ColumnType.Field(field.identifier(), keptPart(field.type())))
                        .toList());
            default -> type;
        };
    }

    private static ColumnType keptPart(ColumnType type) {
        return type.equals(JSON) ? ColumnType.VARCHAR : kept(type);
    }

    private ColumnType text() {
        if (uuids) {
            return new ColumnType.Scalar("UUID");
        }
        if (!times.isPossible() || !times.orders().equals(Set.of(DateOrder.YEAR_FIRST))) {
            return ColumnType.VARCHAR;
        }
        return times.reading(DateOrder.YEAR_FIRST)
                .filter(reading -> reading.told().isEmpty())
                .map(reading -> times.isDate() && times.isUtc() ? "TIMESTAMP" : reading.type())
                .<ColumnType>map(ColumnType::parse)
                .orElse(ColumnType.VARCHAR);
    }

    private void addMembers(Map<?, ?> object) {
        kinds.add(Kind.OBJECT);
        for (Map.Entry<?, ?> member : object.entrySet()) {
            JsonShape shape =
                    map ? inner() : members.computeIfAbsent(String.valueOf(member.getKey()), _ -> new JsonShape(false));
            shape.add(member.getValue());
            if (!map && !record && members.size() > MOST_MEMBERS) {
                return;
            }
        }
    }

    private JsonShape inner() {
        if (inner.isEmpty()) {
            inner = Optional.of(new JsonShape(false));
        }
        return inner.get();
    }
}
