package io.duckboard.lake.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options, said one after the other. */
final class Saying {

    private Optional<String> delimiter = Optional.empty();
    private Optional<String> quote = Optional.empty();
    private Optional<Boolean> header = Optional.empty();
    private int skip;
    private final List<String> nulls = new ArrayList<>();
    private Optional<String> decimal = Optional.empty();
    private Optional<Charset> encoding = Optional.empty();
    private final List<DateFormat> dateFormats = new ArrayList<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private boolean allText;
    private Optional<Path> badLines = Optional.empty();
    private Optional<String> sheet = Optional.empty();

    Saying delimiter(String said) {
        delimiter = Optional.of(said);
        return this;
    }

    Saying quote(String said) {
        quote = Optional.of(said);
        return this;
    }

    Saying header(boolean said) {
        header = Optional.of(said);
        return this;
    }

    Saying skip(int said) {
        skip = said;
        return this;
    }

    Saying nulls(String said) {
        nulls.add(said);
        return this;
    }

    Saying decimal(String said) {
        decimal = Optional.of(said);
        return this;
    }

    Saying encoding(Charset said) {
        encoding = Optional.of(said);
        return this;
    }

    Saying dateFormat(String said) {
        dateFormats.add(DateFormat.parse(said));
        return this;
    }

    Saying type(String column, String said) {
        types.put(column, said);
        return this;
    }

    Saying allText() {
        allText = true;
        return this;
    }

    Saying badLines(Path said) {
        badLines = Optional.of(said);
        return this;
    }

    Saying sheet(String said) {
        sheet = Optional.of(said);
        return this;
    }

    ReadOptions options() {
        return new ReadOptions(
                delimiter, quote, header, skip, nulls, decimal, encoding, dateFormats, types, allText, badLines, sheet);
    }
}
