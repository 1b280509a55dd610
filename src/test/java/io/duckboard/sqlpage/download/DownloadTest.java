package io.duckboard.sqlpage.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Excel cannot hold is refused before any byte is written. */
class DownloadTest {

    @Test
    void isRefusedWhereExcelHasFewerColumnsThanTheAnswer() {
        assertThat(download(ExcelWorkbook.MOST_COLUMNS + 1, DownloadFormat.EXCEL)
                        .objection())
                .map(Problem::message)
                .contains("Excel takes 16,384 columns at most, and this answer has 16,385.");
    }

    @Test
    void isTakenWithAsManyColumnsAsExcelHas() {
        assertThat(download(ExcelWorkbook.MOST_COLUMNS, DownloadFormat.EXCEL).objection())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "EXCEL", mode = EnumSource.Mode.EXCLUDE)
    void isTakenWithMoreColumnsInOtherFormats(DownloadFormat format) {
        assertThat(download(ExcelWorkbook.MOST_COLUMNS + 1, format).objection()).isEmpty();
    }

    private static Download download(int columns, DownloadFormat format) {
        var metadata = new Metadata(
                Duration.ZERO,
                Instant.EPOCH,
                "event",
                "",
                true,
                Collections.nCopies(columns, new Column("c", "INTEGER")),
                1,
                Truncation.NONE,
                Usage.NONE,
                "",
                "engine");
        var file = new ResultFile("results/a.jsonl", 1, 100, Optional.empty());
        return new Download(format, new Answer.Exported(metadata, file));
    }
}
