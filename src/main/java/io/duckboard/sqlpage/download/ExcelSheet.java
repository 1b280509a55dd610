package io.duckboard.sqlpage.download;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** A sheet that is written row by row. A row leaves memory once it is written. */
final class ExcelSheet {

    /** The approximate number of cells held in memory. */
    private static final int CELLS_AT_ONCE = 20_000;

    private final Worksheet sheet;
    private final List<ExcelColumn> columns;
    private int row;
    private int cells;

    ExcelSheet(Worksheet sheet, List<ExcelColumn> columns) {
        this.sheet = sheet;
        this.columns = columns;
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.inlineString(0, column, ExcelText.of(columns.get(column).name()));
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    /** Counts the row of names as well. */
    int rows() {
        return row;
    }

    /** Puts a value into the row that is being written. */
    void put(int column, ExcelValue value) {
        switch (value) {
            case ExcelValue.Nothing _ -> {}
            case ExcelValue.Truth(boolean truth) -> sheet.value(row, column, truth);
            case ExcelValue.Amount(Number number) -> sheet.value(row, column, number);
            case ExcelValue.Moment(var moment) -> sheet.value(row, column, moment);
            case ExcelValue.PartOfDay(double part) -> sheet.value(row, column, part);
            case ExcelValue.Text(String text) -> sheet.inlineString(row, column, ExcelText.of(text));
            case ExcelValue.ExactText(String text) -> sheet.inlineString(row, column, text);
        }
        columns.get(column)
                .format(value)
                .ifPresent(format -> sheet.style(row, column).format(format).set());
        cells++;
    }

    void endRow() throws IOException {
        row++;
        if (cells >= CELLS_AT_ONCE) {
            sheet.flush();
            cells = 0;
        }
    }

    /** No other sheet of the workbook can be begun before this one ends. */
    void end() throws IOException {
        sheet.finish();
    }
}
