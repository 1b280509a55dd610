package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.store.FolderFailures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON files: the first time to know all keys and what their values are, the second time to write them as rows.
 */
final class JsonContents {

    /** The column of records that are no objects, as DuckDB calls it. */
    private static final String VALUE = "json";

    private final LoadDatabase database;
    private final ReadOptions options;
    private final TypedRows types;

    JsonContents(LoadDatabase database, ReadOptions options, TypedRows types) {
        this.database = database;
        this.options = options;
        this.types = types;
    }

    private record Place(String name, JsonShape shape, ColumnType type) {}

    Contents read(SourceFile file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, options.encoding());
        var records = new JsonRecords(file, encoding);
        boolean several = records.isSeveralArrays();
        JsonShape root = shape(records);
        boolean objects = root.isRecord() && !several;
        List<Place> places = objects ? places(root) : List.of(new Place(VALUE, root, root.type()));
        if (places.isEmpty()) {
            throw new FailureException(
                    file.name() + " has objects without members alone, so that there are no columns.",
                    "Check the file.");
        }
        List<String> keys = List.copyOf(root.members().keySet());
        StagedRows rows = rows(file, records, places, objects ? Optional.of(keys) : Optional.empty());
        Found.Builder found = new Found.Builder(file).add("JSON").add(encoding.title(), "encoding", encoding.title());
        List<SourceColumn> columns =
                types.columns(file, places.stream().map(this::column).toList(), rows.relation(), found);
        return new Contents(file, columns, rows.relation(), rows.rows(), found.found(columns.size(), rows.rows()));
    }

    private static JsonShape shape(JsonRecords records) throws IOException {
        JsonShape shape = JsonShape.ofRecords();
        records.forEach(shape::add);
        boolean maps = shape.findMaps();
        while (maps) {
            shape = shape.again();
            records.forEach(shape::add);
            maps = shape.findMaps();
        }
        return shape;
    }

    private List<Place> places(JsonShape root) {
        List<JsonShape> shapes = List.copyOf(root.members().values());
        List<String> names = ColumnNames.ofKeys(List.copyOf(root.members().keySet()));
        return IntStream.range(0, names.size())
                .mapToObj(index -> new Place(
                        names.get(index), shapes.get(index), shapes.get(index).type()))
                .map(place -> isText(place) ? new Place(place.name(), place.shape(), JsonShape.JSON) : place)
                .toList();
    }

    /** Whether a nested value is to stay as it is written. */
    private boolean isText(Place place) {
        return place.type().sql().matches("(?s).*[\\])]")
                && !(place.type() instanceof ColumnType.Decimal)
                && (options.allText() || options.typeOf(place.name()).isPresent());
    }

    private TypedRows.Column column(Place place) {
        ColumnType kept = JsonShape.kept(place.type());
        String sql = kept.sql();
        boolean nested = !(kept instanceof ColumnType.Scalar || kept instanceof ColumnType.Decimal);
        ColumnReading reading = kept.equals(ColumnType.NULL)
                ? new ColumnReading.Nothing()
                : kept.equals(ColumnType.VARCHAR)
                        ? ColumnReading.As.text(
                                place.shape().isNumber()
                                        ? "numbers with more digits than a type holds kept as text"
                                        : "")
                        : new ColumnReading.As(
                                sql,
                                text -> nested
                                        ? "CAST(CAST(" + text + " AS JSON) AS "
                                                + StoredType.of(kept).sql() + ")"
                                        : "CAST(" + text + " AS " + sql + ")",
                                "");
        return new TypedRows.Column(
                place.name(),
                reading,
                Optional.of(place.shape()).filter(JsonShape::isNumber).map(JsonShape::numbers));
    }

    private StagedRows rows(SourceFile source, JsonRecords records, List<Place> places, Optional<List<String>> keys)
            throws IOException {
        var file = database.folder().resolve(UUID.randomUUID() + ".csv");
        try (var rows = new RowWriter(file, places.size(), source.name())) {
            records.forEach(record -> {
                try {
                    rows.write(row(record, places, keys));
                } catch (IOException e) {
                    throw FolderFailures.of(database.folder(), e);
                }
            });
            return rows.staged();
        }
    }

    private static List<@Nullable String> row(
            @Nullable Object record, List<Place> places, Optional<List<String>> keys) {
        var row = new ArrayList<@Nullable String>();
        Map<?, ?> members = record instanceof Map<?, ?> object ? object : new LinkedHashMap<>();
        for (int index = 0; index < places.size(); index++) {
            Object value = keys.isPresent() ? members.get(keys.get().get(index)) : record;
            row.add(JsonText.cell(value, places.get(index).type()));
        }
        return row;
    }
}
