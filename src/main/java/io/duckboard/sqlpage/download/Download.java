package io.duckboard.sqlpage.download;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.format.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A whole answer that is read from where the engine has put it.
 *
 * @param answer the answer to a query with {@link DownloadFormat#export()}
 */
public record Download(DownloadFormat format, Answer.Exported answer) {

    /** Returns the size of the file in bytes; empty if the size is known only at the end. */
    public OptionalLong size() {
        return format == DownloadFormat.EXCEL
                ? OptionalLong.empty()
                : OptionalLong.of(answer.file().bytes());
    }

    /** Says why there can be no such file; empty if there can be. */
    public Optional<Problem> objection() {
        int columns = answer.metadata().columns().size();
        return format == DownloadFormat.EXCEL && columns > ExcelWorkbook.MOST_COLUMNS
                ? Optional.of(Problem.of(
                        ErrorCode.INVALID_REQUEST,
                        "Excel takes %s columns at most, and this answer has %s."
                                .formatted(Figures.count(ExcelWorkbook.MOST_COLUMNS), Figures.count(columns)),
                        "Take it as Parquet or CSV, or select fewer columns."))
                : Optional.empty();
    }

    /**
     * Writes the file, which is never held in memory as a whole.
     *
     * @param in what the engine wrote
     * @return sentences about what in the file differs from the answer
     * @throws IOException if either side breaks off; the file is incomplete then
     */
    public List<String> write(InputStream in, OutputStream out) throws IOException {
        if (format == DownloadFormat.EXCEL) {
            return new ExcelWorkbook(answer.metadata().columns()).write(in, out);
        }
        in.transferTo(out);
        return List.of();
    }
}
