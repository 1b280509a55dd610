package io.duckboard.lake.tables;

import static java.util.stream.Collectors.toMap;

import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.discovery.DataFile;
import io.duckboard.engine.discovery.Discovery;
import io.duckboard.engine.discovery.Source;
import io.duckboard.engine.discovery.TableColumns;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A known table together with the files that join it. */
final class TableUnion {

    private final Discovery discovery;
    private final KnownTable before;
    private final List<DataFile> own;
    private final List<DataFile> joined = new ArrayList<>();

    /** @param own the files that it keeps */
    TableUnion(Discovery discovery, KnownTable before, List<DataFile> own) {
        this.discovery = discovery;
        this.before = before;
        this.own = own;
    }

    /**
     * Takes files in, unless their columns do not go together with the others'.
     *
     * @return the files that stay out
     * @throws IOException if the store cannot be read
     */
    List<LeftOut> join(List<DataFile> files) throws IOException {
        if (columns(files) instanceof TableColumns.United) {
            joined.addAll(files);
            return List.of();
        }
        Map<List<Field>, List<DataFile>> alike = new LinkedHashMap<>();
        files.forEach(file -> alike.computeIfAbsent(file.columns(), columns -> new ArrayList<>())
                .add(file));
        var leftOut = new ArrayList<LeftOut>();
        for (List<DataFile> some : alike.values()) {
            switch (columns(some)) {
                case TableColumns.United united -> joined.addAll(some);
                case TableColumns.Conflict conflict -> some.forEach(file -> leftOut.add(conflict.leftOut(file)));
            }
        }
        return leftOut;
    }

    /** @throws IOException if the store cannot be read */
    TableColumns columns() throws IOException {
        return columns(List.of());
    }

    private TableColumns columns(List<DataFile> more) throws IOException {
        return discovery.columns(new Source("", "", files(more)));
    }

    private List<DataFile> files(List<DataFile> more) {
        return Stream.of(own, joined, more).flatMap(List::stream).toList();
    }

    /** Whether nothing has happened to the table. */
    boolean isTheSame() {
        return joined.isEmpty() && !before.isChanged();
    }

    /** What has happened, for a sentence. */
    String what() {
        return String.join(
                ", ",
                Stream.concat(before.what().stream(), KnownTable.count(joined.size(), "appeared").stream())
                        .toList());
    }

    /** The table as others have made it by now. Columns keep their descriptions. */
    Table table(TableColumns.United united) {
        Table table = before.table();
        long rows = before.isChanged() ? rows(own) : table.rows();
        Map<String, String> descriptions =
                table.columns().stream().collect(toMap(Field::name, Field::description, (first, second) -> first));
        return new Table(
                table.name(),
                table.kind(),
                files(List.of()).stream().map(DataFile::file).toList(),
                united.partitionColumns(),
                united.columns().stream()
                        .map(column ->
                                new Field(column.name(), column.type(), descriptions.getOrDefault(column.name(), "")))
                        .toList(),
                rows + rows(joined),
                Instant.EPOCH,
                table.builtFrom(),
                table.copy(),
                united.variants(),
                Stream.concat(table.notes().stream().filter(Discovery.Named::isAboutName), united.notes().stream())
                        .toList());
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(file -> file.rows().orElse(0)).sum();
    }
}
