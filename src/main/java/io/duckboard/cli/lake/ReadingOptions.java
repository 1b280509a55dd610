package io.duckboard.cli.lake;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.source.DateFormat;
import io.duckboard.lake.source.ReadOptions;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to read files which do not say it themselves. */
final class ReadingOptions {

    @Option(names = "--delimiter", paramLabel = "TEXT", description = "What is between fields: ';', tab, '|'.")
    private @Nullable String delimiter;

    @Option(names = "--quote", paramLabel = "SIGN", description = "What is around fields; 'none' if nothing is.")
    private @Nullable String quote;

    @Option(
            names = "--header",
            negatable = true,
            description = "The first row has the columns' names; --no-header: it has values.")
    private @Nullable Boolean header;

    @Option(names = "--skip", paramLabel = "N", description = "How many lines or rows are in front of the table.")
    private int skip;

    @Option(
            names = "--null",
            paramLabel = "TEXT",
            description = "What stands for NULL, beside nothing at all. Can be given many times.")
    private List<String> nulls = new ArrayList<>();

    @Option(names = "--decimal", paramLabel = "SIGN", description = "What is in front of fractions: . or ,")
    private @Nullable String decimal;

    @Option(names = "--encoding", paramLabel = "NAME", description = "How bytes are characters: latin-1, UTF-16LE.")
    private @Nullable String encoding;

    @Option(
            names = "--date-format",
            paramLabel = "FORMAT",
            description =
                    "How dates are written: '%%d/%%m/%%Y', or of one column: 'day=%%d/%%m/%%Y'. Can be given many "
                            + "times.")
    private List<String> dateFormats = new ArrayList<>();

    @Option(
            names = "--types",
            paramLabel = "COLUMN=TYPE",
            description = "The type of a column: zip=VARCHAR. Can be given many times.")
    private List<String> types = new ArrayList<>();

    @Option(names = "--all-text", description = "Keep every value as the text that it is.")
    private boolean allText;

    @Option(
            names = "--bad-lines",
            paramLabel = "FILE",
            description = "Put lines that do not fit into this new file, and count them.")
    private @Nullable Path badLines;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Which sheet of a workbook, if not the first.")
    private @Nullable String sheet;

    /** @throws FailureException if one of them says nothing that can be meant */
    ReadOptions options() {
        return new ReadOptions(
                Optional.ofNullable(delimiter).map(ReadingOptions::delimiter),
                Optional.ofNullable(quote).map(ReadingOptions::quote),
                Optional.ofNullable(header),
                skip(skip),
                nulls,
                Optional.ofNullable(decimal).map(ReadingOptions::decimal),
                Optional.ofNullable(encoding).map(ReadingOptions::encoding),
                dateFormats.stream().map(DateFormat::parse).toList(),
                types(),
                allText,
                Optional.ofNullable(badLines),
                Optional.ofNullable(sheet));
    }

    private static String delimiter(String said) {
        String delimiter = switch (said) {
            case "\\t", "tab", "TAB" -> "\t";
            default -> said;
        };
        if (delimiter.isEmpty() || delimiter.length() > 8 || delimiter.matches("(?s).*[\"\r\n].*")) {
            throw new FailureException("--delimiter '" + said + "' is nothing between fields.", "Write ';' or tab.");
        }
        return delimiter;
    }

    private static String quote(String said) {
        String quote = said.equals("none") ? "" : said;
        if (quote.length() > 1 || quote.matches("[\r\n]")) {
            throw new FailureException("--quote " + said + " is more than one sign.", "Write one, or none.");
        }
        return quote;
    }

    private static int skip(int said) {
        if (said < 0) {
            throw new FailureException("--skip " + said + " is no number of lines.", "Write 0 or more.");
        }
        return said;
    }

    private static String decimal(String said) {
        if (!said.equals(".") && !said.equals(",")) {
            throw new FailureException("--decimal " + said + " is neither . nor ,", "Write one of them.");
        }
        return said;
    }

    private static Charset encoding(String said) {
        try {
            return said.equalsIgnoreCase("latin-1") ? StandardCharsets.ISO_8859_1 : Charset.forName(said);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new FailureException(
                    "--encoding " + said + " is none that is known here.",
                    "Write latin-1, windows-1252, UTF-16LE or another.",
                    e);
        }
    }

    private Map<String, String> types() {
        var named = new LinkedHashMap<String, String>();
        for (String type : types) {
            int equals = type.lastIndexOf('=');
            if (equals < 1 || equals == type.length() - 1) {
                throw new FailureException("--types " + type + " names no column and type.", "Write COLUMN=TYPE.");
            }
            named.put(type.substring(0, equals), type.substring(equals + 1));
        }
        return named;
    }
}
