package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.LoadDatabase;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads one sheet of a workbook of Excel's. */
final class SheetContents {

    private final LoadDatabase database;
    private final ReadOptions options;
    private final TypedRows types;

    SheetContents(LoadDatabase database, ReadOptions options, TypedRows types) {
        this.database = database;
        this.options = options;
        this.types = types;
    }

    Contents read(SourceFile file) throws IOException {
        WorkbookFile.check(file);
        try (var workbook = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, false))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            Sheet sheet = options.sheet()
                    .map(name -> sheets.stream()
                            .filter(each -> each.getName().equalsIgnoreCase(name))
                            .findFirst()
                            .orElseThrow(() -> missing(file, sheets)))
                    .orElseGet(sheets::getFirst);
            SheetRows.Result rows = new SheetRows(file, sheet, WorkbookFile.isOf1904(file), options)
                    .read(database.folder().resolve(UUID.randomUUID() + ".csv"));
            return contents(file, sheet, sheets, rows);
        } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException e) {
            throw new FailureException(
                    file.name() + " cannot be read as a workbook: " + e.getMessage() + ".",
                    "Save it as .xlsx once more, or as CSV.",
                    e);
        }
    }

    private Contents contents(SourceFile file, Sheet sheet, List<Sheet> sheets, SheetRows.Result rows)
            throws IOException {
        var found = new Found.Builder(file).add("sheet " + sheet.getName(), "sheet", sheet.getName());
        List<String> others = names(sheets).stream()
                .filter(name -> !name.equals(sheet.getName()))
                .toList();
        found.add(others.isEmpty() ? "" : "beside " + String.join(", ", others), "otherSheets", others);
        List<String> first = rows.first().stream().map(SheetCell::text).toList();
        if (first.isEmpty()) {
            return Contents.ofNothing(file, found);
        }
        boolean header = options.header().orElseGet(() -> hasHeader(file, rows));
        if (!header) {
            rows.addFirst();
        }
        List<String> names = ColumnNames.ofHeader(
                header ? first : first.stream().map(_ -> "").toList());
        found.add(header ? "header" : "no header", "header", header);
        found.count(rows.inFront(), "row", " in front of the table", "rowsInFront");
        found.count(rows.emptyRows(), "empty row", " passed over", "emptyRows");
        found.count(rows.errors(), "error", " taken for NULL", "errors");
        List<TypedRows.Column> columns = IntStream.range(0, names.size())
                .mapToObj(index -> {
                    SheetColumn column = rows.columns().get(index);
                    return new TypedRows.Column(names.get(index), column.reading(), column.numbers());
                })
                .toList();
        String relation = header
                ? rows.rows().relation()
                : rows.rows().relation(first.stream().map(options::orNull).toList());
        List<SourceColumn> typed = types.columns(file, columns, relation, found);
        long count = rows.rows().rows() + (header ? 0 : 1);
        return new Contents(file, typed, relation, count, found.found(typed.size(), count));
    }

    private static boolean hasHeader(SourceFile file, SheetRows.Result rows) {
        return new Header(
                        rows.first().stream().map(SheetCell::text).toList(),
                        rows.first().stream().map(SheetContents::kind).toList())
                .isAbove(rows.columns().stream().map(SheetColumn::kind).toList(), file.name());
    }

    private static ColumnProfile.Kind kind(SheetCell cell) {
        var column = new SheetColumn();
        column.add(cell);
        return column.kind();
    }

    private static List<String> names(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::getName).toList();
    }

    private static FailureException missing(SourceFile file, List<Sheet> sheets) {
        return new FailureException(
                file.name() + " has no such sheet.", "It has " + String.join(", ", names(sheets)) + ".");
    }
}
