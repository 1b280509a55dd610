package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the table of a sheet: first to find where it is, then to write its rows. */
final class SheetRows {

    /**
     * @param first the first row, which may be a header, and is in no row of {@code rows}
     * @param inFront how many rows with a title or the like are in front of it
     * @param errors how many cells have an error in place of a value
     */
    record Result(
            List<SheetCell> first,
            List<SheetColumn> columns,
            StagedRows rows,
            long inFront,
            long emptyRows,
            long errors) {

        /** Takes the first row for one like the others. */
        void addFirst() {
            for (int index = 0; index < first.size(); index++) {
                columns.get(index).add(first.get(index));
            }
        }
    }

    private final SourceFile file;
    private final Sheet sheet;
    private final boolean of1904;
    private final ReadOptions options;
    private int left = Integer.MAX_VALUE;
    private int right;
    private int top;
    private long inFront;
    private long formulas;
    private long results;

    /** @param of1904 whether days count from 1904 */
    SheetRows(SourceFile file, Sheet sheet, boolean of1904, ReadOptions options) {
        this.file = file;
        this.sheet = sheet;
        this.of1904 = of1904;
        this.options = options;
    }

    Result read(Path staged) throws IOException {
        find();
        List<SheetCell> first = List.of();
        List<SheetColumn> columns = IntStream.range(Math.min(left, right), right)
                .mapToObj(_ -> new SheetColumn())
                .toList();
        long empty = 0;
        long errors = 0;
        try (Stream<Row> all = sheet.openStream();
                var rows = new RowWriter(staged, columns.size(), file.name())) {
            for (Iterator<Row> each = all.iterator(); each.hasNext(); ) {
                Row row = each.next();
                if (row.getRowNum() < top || columns.isEmpty()) {
                    continue;
                }
                List<SheetCell> cells = cells(row);
                errors += cells.stream()
                        .filter(cell -> cell.kind() == SheetCell.Kind.ERROR)
                        .count();
                if (cells.stream().allMatch(cell -> cell.kind() == SheetCell.Kind.EMPTY)) {
                    empty++;
                } else if (first.isEmpty()) {
                    first = cells;
                } else {
                    rows.write(texts(cells, columns));
                }
            }
            return new Result(first, columns, rows.staged(), inFront, empty, errors);
        }
    }

    private List<@Nullable String> texts(List<SheetCell> cells, List<SheetColumn> columns) {
        var texts = new ArrayList<@Nullable String>();
        for (int index = 0; index < cells.size(); index++) {
            SheetCell cell = cells.get(index);
            boolean isNull = cell.kind() == SheetCell.Kind.ERROR || options.isNull(cell.text());
            if (!isNull) {
                columns.get(index).add(cell);
            }
            texts.add(isNull ? null : cell.text());
        }
        return texts;
    }

    private List<SheetCell> cells(Row row) {
        return IntStream.range(left, right)
                .mapToObj(column -> SheetCell.of(row.getOptionalCell(column), of1904))
                .toList();
    }

    /** The table begins with the first row of several values, or of one if no row has several. */
    private void find() throws IOException {
        try (Stream<Row> all = sheet.openStream()) {
            int only = 0;
            for (Iterator<Row> each = all.iterator(); each.hasNext(); ) {
                Row row = each.next();
                countFormulas(row);
                List<Integer> filled = IntStream.range(0, row.getCellCount())
                        .filter(column -> SheetCell.of(row.getOptionalCell(column), of1904)
                                        .kind()
                                != SheetCell.Kind.EMPTY)
                        .boxed()
                        .toList();
                if (row.getRowNum() <= options.skip() || filled.isEmpty()) {
                    continue;
                }
                if (top == 0 && filled.size() > 1) {
                    top = row.getRowNum();
                    inFront = only;
                }
                only++;
                if (filled.size() > 1 || right - left <= 1 || top > 0) {
                    left = Math.min(left, filled.getFirst());
                    right = Math.max(right, filled.getLast() + 1);
                }
            }
            top = Math.max(top, options.skip() + 1);
        }
        // A formula may have an empty text for its result, but hardly all of them.
        if (formulas > 0 && results == 0) {
            throw new FailureException(
                    "The sheet " + sheet.getName() + " of " + file.name() + " has formulas without their results.",
                    "Open the file in a spreadsheet program and save it, which calculates.");
        }
    }

    private void countFormulas(Row row) {
        for (Cell cell : row) {
            if (cell != null && cell.getType() == CellType.FORMULA) {
                formulas++;
                results += cell.getValue() == null ? 0 : 1;
            }
        }
    }
}
