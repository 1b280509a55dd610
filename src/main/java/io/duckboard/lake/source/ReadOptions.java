package io.duckboard.lake.source;

import static io.duckboard.lake.source.FileKind.JSON;
import static io.duckboard.lake.source.FileKind.PARQUET;
import static io.duckboard.lake.source.FileKind.SPREADSHEET;
import static io.duckboard.lake.source.FileKind.TEXT;

import io.duckboard.engine.failure.FailureException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a user says about files that do not say it themselves.
 *
 * @param delimiter between fields
 * @param quote around fields; an empty text says that there is none
 * @param skip how many lines or rows are in front of the table
 * @param nulls texts that stand for NULL, as an empty one does
 * @param decimal in front of the fraction, {@code .} or {@code ,}
 * @param types columns and their types
 * @param allText whether every value is to stay text
 * @param badLines a file for lines that do not fit
 * @param sheet the sheet of a workbook
 */
public record ReadOptions(
        Optional<String> delimiter,
        Optional<String> quote,
        Optional<Boolean> header,
        int skip,
        List<String> nulls,
        Optional<String> decimal,
        Optional<Charset> encoding,
        List<DateFormat> dateFormats,
        Map<String, String> types,
        boolean allText,
        Optional<Path> badLines,
        Optional<String> sheet) {

    public static final ReadOptions NONE = new ReadOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            false,
            Optional.empty(),
            Optional.empty());

    public ReadOptions {
        nulls = List.copyOf(nulls);
        dateFormats = List.copyOf(dateFormats);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /** Whether something is said that only text has, so that a file of any name is text. */
    boolean saysText() {
        return delimiter.isPresent() || quote.isPresent();
    }

    boolean isNull(String value) {
        return value.isEmpty() || nulls.contains(value);
    }

    Optional<String> orNull(String value) {
        return Optional.of(value).filter(text -> !isNull(text));
    }

    Optional<String> typeOf(String column) {
        return types.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** @throws FailureException if something is said that none of the files has */
    void checkFor(Set<FileKind> kinds) {
        check("--delimiter", delimiter.isPresent(), EnumSet.of(TEXT), kinds);
        check("--quote", quote.isPresent(), EnumSet.of(TEXT), kinds);
        check("--bad-lines", badLines.isPresent(), EnumSet.of(TEXT), kinds);
        check("--decimal", decimal.isPresent(), EnumSet.of(TEXT), kinds);
        check("--encoding", encoding.isPresent(), EnumSet.of(TEXT, JSON), kinds);
        check("--date-format", !dateFormats.isEmpty(), EnumSet.of(TEXT, JSON, SPREADSHEET), kinds);
        check("--header", header.equals(Optional.of(true)), EnumSet.of(TEXT, SPREADSHEET), kinds);
        check("--no-header", header.equals(Optional.of(false)), EnumSet.of(TEXT, SPREADSHEET), kinds);
        check("--skip", skip > 0, EnumSet.of(TEXT, SPREADSHEET), kinds);
        check("--null", !nulls.isEmpty(), EnumSet.of(TEXT, SPREADSHEET), kinds);
        check("--all-text", allText, EnumSet.of(TEXT, JSON, SPREADSHEET), kinds);
        check("--types", !types.isEmpty(), EnumSet.of(TEXT, JSON, SPREADSHEET, PARQUET), kinds);
        check("--sheet", sheet.isPresent(), EnumSet.of(SPREADSHEET), kinds);
    }

    private static void check(String option, boolean said, Set<FileKind> has, Set<FileKind> kinds) {
        if (said && Collections.disjoint(has, kinds)) {
            String titles =
                    String.join(" and ", kinds.stream().map(FileKind::title).toList());
            throw new FailureException(option + " says nothing about " + titles + ".", "Leave it out.");
        }
    }
}
