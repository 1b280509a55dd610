package io.duckboard.engine.sql.type;

import io.duckboard.engine.sql.type.ColumnType.ArrayOf;
import io.duckboard.engine.sql.type.ColumnType.Field;
import io.duckboard.engine.sql.type.ColumnType.ListOf;
import io.duckboard.engine.sql.type.ColumnType.MapOf;
import io.duckboard.engine.sql.type.ColumnType.Struct;
import io.duckboard.engine.sql.type.UnitedType.AsText;
import io.duckboard.engine.sql.type.UnitedType.Conflict;
import io.duckboard.engine.sql.type.UnitedType.To;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** Unites types part by part. The whole is as good as its weakest part. */
final class NestedTypes {

    private NestedTypes() {}

    static UnitedType lists(List<ColumnType> types) {
        var elements = new ArrayList<ColumnType>();
        for (ColumnType type : types) {
            switch (type) {
                case ListOf(ColumnType element) -> elements.add(element);
                case ArrayOf(ColumnType element, int _) -> elements.add(element);
                default -> {
                    return new Conflict(types);
                }
            }
        }
        return whole(List.of(part(elements)), parts -> new ListOf(parts.getFirst()));
    }

    static UnitedType maps(List<ColumnType> types) {
        var keys = new ArrayList<ColumnType>();
        var values = new ArrayList<ColumnType>();
        for (ColumnType type : types) {
            if (!(type instanceof MapOf(ColumnType key, ColumnType value))) {
                return new Conflict(types);
            }
            keys.add(key);
            values.add(value);
        }
        return whole(List.of(part(keys), part(values)), parts -> new MapOf(parts.getFirst(), parts.getLast()));
    }

    static UnitedType structs(List<ColumnType> types) {
        var sameName = new LinkedHashMap<String, List<Field>>();
        for (ColumnType type : types) {
            if (!(type instanceof Struct(List<Field> fields))) {
                return new Conflict(types);
            }
            for (Field field : fields) {
                sameName.computeIfAbsent(folded(field.name()), _ -> new ArrayList<>())
                        .add(field);
            }
        }
        List<List<Field>> fields = List.copyOf(sameName.values());
        return whole(fields.stream().map(NestedTypes::field).toList(), parts -> {
            var united = new ArrayList<Field>();
            for (int at = 0; at < parts.size(); at++) {
                united.add(new Field(fields.get(at).getFirst().identifier(), parts.get(at)));
            }
            return new Struct(united);
        });
    }

    private static UnitedType field(List<Field> same) {
        UnitedType part = part(same.stream().map(Field::type).toList());
        if (!(part instanceof Conflict(List<String> inner, List<ColumnType> types))) {
            return part;
        }
        var path = new ArrayList<String>();
        path.add(same.getFirst().name());
        path.addAll(inner);
        return new Conflict(path, types);
    }

    /** Nobody looks at the values inside a nested column, so what depends on them does not unite. */
    private static UnitedType part(List<ColumnType> types) {
        UnitedType united = UnitedType.of(types);
        return switch (united) {
            case To _, AsText _, Conflict _ -> united;
            case UnitedType.IfIntegersFit _, UnitedType.IfTimesFit _ ->
                new Conflict(types.stream().distinct().toList());
        };
    }

    private static UnitedType whole(List<UnitedType> parts, Function<List<ColumnType>, ColumnType> composed) {
        var types = new ArrayList<ColumnType>();
        boolean asText = false;
        for (UnitedType part : parts) {
            switch (part) {
                case To(ColumnType type) -> types.add(type);
                case AsText(ColumnType type) -> {
                    types.add(type);
                    asText = true;
                }
                default -> {
                    return part;
                }
            }
        }
        ColumnType type = composed.apply(types);
        return asText ? new AsText(type) : new To(type);
    }

    /** As DuckDB compares names: it knows the cases of ASCII alone. */
    private static String folded(String name) {
        return name.chars()
                .map(character -> character < 128 ? Character.toLowerCase(character) : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
