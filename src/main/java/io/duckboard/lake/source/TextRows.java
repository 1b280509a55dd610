package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a whole text file once, and writes its records as rows. Each line is in a row, or is counted as another. */
final class TextRows {

    /**
     * @param first the first record, which may be a header, and is in no row; empty if there is no record
     * @param columns the profiles of the rows
     */
    record Result(
            List<String> first,
            List<ColumnProfile> columns,
            StagedRows rows,
            long emptyLines,
            long comments,
            StagedRows badLines) {}

    private static final int FIRST_CONTROL = 0x80;
    private static final int LAST_CONTROL = 0x9f;

    private final SourceFile file;
    private final TextEncoding encoding;
    private final TextForm form;
    private final ReadOptions options;
    private final List<ColumnProfile> columns = new ArrayList<>();
    private List<String> first = List.of();
    private long emptyLines;
    private long comments;

    TextRows(SourceFile file, TextEncoding encoding, TextForm form, ReadOptions options) {
        this.file = file;
        this.encoding = encoding;
        this.form = form;
        this.options = options;
        for (int column = 0; column < form.width(); column++) {
            columns.add(new ColumnProfile());
        }
    }

    /**
     * @param staged a file to write to
     * @throws BadLineException if a line does not fit, and nobody said where to put it
     */
    Result read(Path staged) throws IOException {
        Path bad = staged.resolveSibling(staged.getFileName() + ".bad");
        try (Reader in = encoding.reader(file);
                var rows = new RowWriter(staged, form.width(), file.name());
                var badLines = new RowWriter(bad, BadLines.COLUMNS, file.name())) {
            Lines.skip(in, form.skip(), form.dialect());
            var records = new Records(in, form.dialect());
            while (records.next()) {
                take(records, rows, badLines);
            }
            return new Result(first, columns, rows.staged(), emptyLines, comments, badLines.staged());
        } catch (CharacterCodingException e) {
            throw encoding.failure(file);
        }
    }

    private void take(Records records, RowWriter rows, RowWriter badLines) throws IOException {
        List<String> values = records.values();
        if (records.isBlank() && form.width() > 1) {
            emptyLines++;
        } else if (isComment(records)) {
            comments++;
        } else if (!records.problem().isEmpty() || values.size() != form.width()) {
            bad(records, badLines);
        } else if (first.isEmpty()) {
            first = List.copyOf(values);
        } else {
            row(values, rows);
        }
    }

    private void row(List<String> values, RowWriter rows) throws IOException {
        var row = new ArrayList<@Nullable String>(values.size());
        for (int column = 0; column < values.size(); column++) {
            String value = values.get(column);
            if (options.isNull(value)) {
                row.add(null);
            } else {
                check(value);
                row.add(value);
                columns.get(column).add(value);
            }
        }
        rows.write(row);
    }

    /** What says that it is latin-1 is windows-1252, if it has what latin-1 has no signs for. */
    private void check(String value) {
        if (!encoding.charset().equals(StandardCharsets.ISO_8859_1)) {
            return;
        }
        value.chars()
                .filter(sign -> sign >= FIRST_CONTROL && sign <= LAST_CONTROL)
                .findFirst()
                .ifPresent(sign -> {
                    throw new FailureException(
                            file.name() + " has the byte "
                                    + Integer.toHexString(sign).toUpperCase(Locale.ROOT)
                                    + ", which is no sign in latin-1, but one in windows-1252.",
                            "Say --encoding windows-1252.");
                });
    }

    private boolean isComment(Records records) {
        return form.comments()
                && (form.width() > 1 ? records.values().size() == 1 : first.isEmpty())
                && records.text().startsWith("#");
    }

    private void bad(Records records, RowWriter badLines) throws IOException {
        long line = records.line() + form.skip();
        boolean quotes = !records.problem().isEmpty();
        String reason = quotes
                ? records.problem()
                : form.width() + (form.width() == 1 ? " field" : " fields") + " expected, "
                        + records.values().size() + " found";
        if (options.badLines().isEmpty()) {
            throw new BadLineException(file, line, reason, quotes);
        }
        badLines.write(List.of(file.name(), String.format(Locale.ROOT, "%d", line), reason, records.text()));
    }

    /** A line that does not fit. */
    static final class BadLineException extends FailureException {

        private static final long serialVersionUID = 1L;

        private final boolean quotes;

        private BadLineException(SourceFile file, long line, String reason, boolean quotes) {
            super(
                    "Line " + line + " of " + file.name() + " does not fit: " + reason + ".",
                    "Mend it, say how to read it (--delimiter, --quote, --skip), or have such lines put aside: "
                            + "--bad-lines FILE.");
            this.quotes = quotes;
        }

        /** Whether it is because of quotes. */
        boolean isOfQuotes() {
            return quotes;
        }
    }
}
