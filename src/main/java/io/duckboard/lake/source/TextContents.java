package io.duckboard.lake.source;

import io.duckboard.lake.load.LoadDatabase;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reads text files with a delimiter between fields: CSV, TSV and the like. */
final class TextContents {

    private final LoadDatabase database;
    private final ReadOptions options;
    private final TypedRows types;
    private final List<StagedRows> badLines = new ArrayList<>();

    TextContents(LoadDatabase database, ReadOptions options, TypedRows types) {
        this.database = database;
        this.options = options;
        this.types = types;
    }

    Contents read(SourceFile file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, options.encoding());
        TextForm form = form(file, encoding);
        TextRows.Result rows;
        try {
            rows = rows(file, encoding, form);
        } catch (TextRows.BadLineException e) {
            form = backslashed(form, e);
            rows = withBackslashes(file, encoding, form, e);
        }
        badLines.add(rows.badLines());
        return contents(file, encoding, form, rows);
    }

    /** The lines of all files that do not fit. */
    List<StagedRows> badLines() {
        return List.copyOf(badLines);
    }

    private TextForm form(SourceFile file, TextEncoding encoding) throws IOException {
        try {
            return TextSniffer.sniff(file, encoding, options);
        } catch (CharacterCodingException e) {
            throw encoding.failure(file);
        }
    }

    private TextRows.Result rows(SourceFile file, TextEncoding encoding, TextForm form) throws IOException {
        return new TextRows(file, encoding, form, options)
                .read(database.folder().resolve(UUID.randomUUID() + ".csv"));
    }

    /** Some write a backslash in front of a quote. */
    private static TextForm backslashed(TextForm form, TextRows.BadLineException failure) {
        if (!failure.isOfQuotes()) {
            throw failure;
        }
        return new TextForm(
                form.dialect().withBackslash(), form.skip(), form.preamble(), form.comments(), form.width());
    }

    private TextRows.Result withBackslashes(
            SourceFile file, TextEncoding encoding, TextForm form, TextRows.BadLineException failure)
            throws IOException {
        try {
            return rows(file, encoding, form);
        } catch (TextRows.BadLineException e) {
            throw failure;
        }
    }

    private Contents contents(SourceFile file, TextEncoding encoding, TextForm form, TextRows.Result rows)
            throws IOException {
        if (rows.first().isEmpty()) {
            return Contents.ofNothing(file, new Found.Builder(file));
        }
        boolean header = options.header()
                .orElseGet(() -> Header.ofTexts(rows.first())
                        .isAbove(
                                rows.columns().stream().map(ColumnProfile::kind).toList(), file.name()));
        if (!header) {
            for (int column = 0; column < form.width(); column++) {
                if (!options.isNull(rows.first().get(column))) {
                    rows.columns().get(column).add(rows.first().get(column));
                }
            }
        }
        List<String> names = ColumnNames.ofHeader(
                header ? rows.first() : rows.first().stream().map(_ -> "").toList());
        String relation = header
                ? rows.rows().relation()
                : rows.rows()
                        .relation(rows.first().stream().map(options::orNull).toList());
        String delimiter = form.dialect().delimiter();
        boolean commas = rows.columns().stream().anyMatch(ColumnProfile::isDecimalComma) && !delimiter.equals(",");
        List<TypedRows.Column> profiles = IntStream.range(0, names.size())
                .mapToObj(index -> {
                    ColumnProfile profile = rows.columns().get(index);
                    return new TypedRows.Column(
                            names.get(index),
                            profile.reading(options, delimiter, commas),
                            profile.numbers(options.decimal()));
                })
                .toList();
        Found.Builder found = found(file, encoding, form, rows, header);
        List<SourceColumn> columns = types.columns(file, profiles, relation, found);
        long count = rows.rows().rows() + (header ? 0 : 1);
        return new Contents(file, columns, relation, count, found.found(columns.size(), count));
    }

    private Found.Builder found(
            SourceFile file, TextEncoding encoding, TextForm form, TextRows.Result rows, boolean header) {
        Dialect dialect = form.dialect();
        var found = new Found.Builder(file)
                .add(
                        dialect.delimiter().isEmpty() || form.width() == 1
                                ? ""
                                : Dialect.title(dialect.delimiter()) + " between fields",
                        "delimiter",
                        dialect.delimiter())
                .add(
                        dialect.quote() == '\'' ? "`'` around fields" : "",
                        "quote",
                        dialect.quote() == Dialect.NONE ? "" : String.valueOf(dialect.quote()))
                .add(dialect.escape() == '\\' ? "backslashes in front of quotes" : "")
                .add(header ? "header" : "no header", "header", header)
                .add(encoding.title(), "encoding", encoding.title());
        found.count(form.preamble(), "line", " in front of the table", "linesInFront");
        found.count(rows.emptyLines(), "empty line", " passed over", "emptyLines");
        found.count(rows.comments(), "comment", " passed over", "comments");
        found.count(rows.badLines().rows(), "bad line", " put aside", "badLines");
        return found;
    }
}
