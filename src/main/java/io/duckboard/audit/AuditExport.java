package io.duckboard.audit;

import io.duckboard.format.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Writes what is found in the audit, the newest first, in constant memory. */
public final class AuditExport {

    private static final String HEADER =
            "at,kind,outcome,name,owner,role,address,way,id,ms,rows,bytes,usd,message,sql_digest,sql\r\n";

    private final AuditSearch search;

    public AuditExport(AuditSearch search) {
        this.search = search;
    }

    /** As CSV that a spreadsheet shows but does not run. */
    public void csv(AuditFilter filter, OutputStream out) throws IOException {
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
        search.each(filter, line -> out.write(csv(line).getBytes(StandardCharsets.UTF_8)));
    }

    /** As the lines are in the files. */
    public void jsonLines(AuditFilter filter, OutputStream out) throws IOException {
        search.each(filter, line -> out.write(AuditJson.write(line).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String csv(AuditLine line) {
        return String.join(
                        ",",
                        line.at().toString(),
                        line.kind().word(),
                        line.outcome().word(),
                        SpreadsheetText.of(line.name()),
                        SpreadsheetText.of(line.owner()),
                        SpreadsheetText.of(line.role()),
                        SpreadsheetText.of(line.address()),
                        SpreadsheetText.of(line.way()),
                        SpreadsheetText.of(line.id()),
                        line.took().map(took -> String.valueOf(took.toMillis())).orElse(""),
                        text(line.rows()),
                        text(line.bytes()),
                        line.usd().map(BigDecimal::toPlainString).orElse(""),
                        SpreadsheetText.of(line.message()),
                        SpreadsheetText.of(line.sqlDigest()),
                        SpreadsheetText.of(line.sql()))
                + "\r\n";
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
    }
}
