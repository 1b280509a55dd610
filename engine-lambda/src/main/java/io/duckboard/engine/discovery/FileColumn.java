package io.duckboard.engine.discovery;

import static java.util.stream.Collectors.joining;

import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.engine.sql.type.UnitedType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One column of several files, and the type that it has in the table. */
final class FileColumn {

    private static final Set<String> FLOATING = Set.of("DOUBLE", "FLOAT");
    private static final String NANOSECONDS = "TIMESTAMP_NS";

    private final String name;
    private final Map<ColumnType, List<File>> types = new LinkedHashMap<>();

    FileColumn(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(ColumnType type, Collection<File> files) {
        types.computeIfAbsent(type, any -> new ArrayList<>()).addAll(files);
    }

    /**
     * The type that holds all values, or nothing if there is none.
     *
     * @param nulls receives the types of files in which this column holds nothing but NULL, if these types unite with no
     *     other
     * @throws IOException if the store cannot be read
     */
    Optional<UnitedType> united(ParquetMetadata metadata, Set<ColumnType> nulls) throws IOException {
        UnitedType united = UnitedType.of(types.keySet());
        if (isExact(united, metadata)) {
            return Optional.of(united);
        }
        var filled = new LinkedHashMap<>(types);
        for (Map.Entry<ColumnType, List<File>> type : types.entrySet()) {
            if (metadata.values(type.getValue(), name).areNull()) {
                filled.remove(type.getKey());
                nulls.add(type.getKey());
            }
        }
        united = UnitedType.of(filled.keySet());
        return nulls.isEmpty() || !isExact(united, metadata) ? Optional.empty() : Optional.of(united);
    }

    private boolean isExact(UnitedType united, ParquetMetadata metadata) throws IOException {
        return switch (united) {
            case UnitedType.To any -> true;
            case UnitedType.AsText any -> true;
            case UnitedType.Conflict any -> false;
            case UnitedType.IfIntegersFit any ->
                metadata.values(files(type -> !FLOATING.contains(type)), name).fitDouble();
            case UnitedType.IfTimesFit any ->
                metadata.values(files(type -> !type.equals(NANOSECONDS)), name).fitNanoseconds();
        };
    }

    private List<File> files(Predicate<String> ofType) {
        return types.entrySet().stream()
                .filter(type -> ofType.test(type.getKey().sql()))
                .flatMap(type -> type.getValue().stream())
                .toList();
    }

    /** {@code amount is BIGINT in a.parquet and STRUCT(a BIGINT) in b.parquet} */
    @Override
    public String toString() {
        return name + " is "
                + types.entrySet().stream()
                        .map(type -> type.getKey().sql() + " in "
                                + type.getValue().getFirst().path())
                        .collect(joining(" and "));
    }
}
