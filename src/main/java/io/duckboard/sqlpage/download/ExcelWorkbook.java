package io.duckboard.sqlpage.download;

import io.duckboard.engine.protocol.Column;
import io.duckboard.format.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Writes an answer in JSON lines as an .xlsx. Rows beyond what a sheet holds continue in further sheets. */
final class ExcelWorkbook {

    static final int MOST_COLUMNS = Worksheet.MAX_COLS;

    private static final String DAMAGED = "The whole answer cannot be read: it is damaged.";

    /** The engine wrote the JSON, so the engine's limits apply. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(10_000)
                    .build())
            .build();

    private final List<ExcelColumn> columns;
    private final int rowsOfASheet;
    private long cutTexts;
    private long exactTexts;

    /** @param columns of the answer, {@link #MOST_COLUMNS} at most */
    ExcelWorkbook(List<Column> columns) {
        this(columns, Worksheet.MAX_ROWS);
    }

    /** @param rowsOfASheet the maximum number of rows, including the row of names */
    ExcelWorkbook(List<Column> columns, int rowsOfASheet) {
        this.rowsOfASheet = rowsOfASheet;
        this.columns = columns.stream().map(ExcelColumn::new).toList();
    }

    /**
     * @return sentences about what in the sheets differs from the answer; a last sheet has them, too
     * @throws IOException if either side breaks off, or if the lines do not have these columns
     */
    List<String> write(InputStream jsonLines, OutputStream out) throws IOException {
        // Not closed on a failure, because that would make half an answer look like a whole file.
        var workbook = new Workbook(out, "Duckboard", null);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), jsonLines)) {
            rows(json, workbook);
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(DAMAGED, e);
        }
        List<String> remarks = remarks();
        if (!remarks.isEmpty()) {
            Worksheet sheet = workbook.newWorksheet("Remarks");
            for (int row = 0; row < remarks.size(); row++) {
                sheet.inlineString(row, 0, remarks.get(row));
            }
        }
        workbook.finish();
        out.flush();
        return remarks;
    }

    private void rows(JsonParser json, Workbook workbook) throws IOException {
        int number = 1;
        var sheet = new ExcelSheet(workbook.newWorksheet("Answer"), columns);
        while (json.nextToken() != null) {
            if (sheet.rows() == rowsOfASheet) {
                sheet.end();
                number++;
                sheet = new ExcelSheet(workbook.newWorksheet("Answer " + number), columns);
            }
            row(json, sheet);
        }
        sheet.end();
    }

    /** A row's members are in the order of the columns. Their names are unique even if the columns' names are not. */
    private void row(JsonParser json, ExcelSheet sheet) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException(DAMAGED);
        }
        int column = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            if (column == columns.size()) {
                throw new IOException(DAMAGED);
            }
            json.nextToken();
            ExcelValue value = columns.get(column).value(json);
            count(value);
            sheet.put(column, value);
            column++;
        }
        sheet.endRow();
    }

    private void count(ExcelValue value) {
        if (value instanceof ExcelValue.Text(String text) && ExcelText.isTooLong(text)) {
            cutTexts++;
        } else if (value instanceof ExcelValue.ExactText) {
            exactTexts++;
        }
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (cutTexts > 0) {
            remarks.add(Figures.count(cutTexts, "text") + " cut: a cell holds " + Figures.count(ExcelText.LONGEST)
                    + " characters. A text that was cut ends with “(cut)”.");
        }
        if (exactTexts > 0) {
            remarks.add(Figures.count(exactTexts, "value")
                    + " kept as text: as a number or time of Excel's, digits would be lost.");
        }
        return remarks;
    }
}
