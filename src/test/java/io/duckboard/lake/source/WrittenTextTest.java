package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are written in any form are read again, each as it was. */
class WrittenTextTest {

    private static final List<String> PIECES = List.of(
            ",",
            ";",
            "\t",
            "|",
            "\"",
            "'",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\\",
            "#",
            "a",
            "B",
            "0",
            "1",
            "-",
            ".",
            "ä",
            "日",
            "🦆",
            "NULL",
            "sep=;",
            "\0",
            "=",
            "2024-01-31");

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir
    private Path files;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void isReadAgain(long seed) {
        var random = new Random(seed);
        String delimiter = List.of(",", ";", "\t", "|", "::").get(random.nextInt(5));
        String end = random.nextBoolean() ? "\n" : "\r\n";
        Charset encoding = ENCODINGS.get(random.nextInt(3));
        boolean always = random.nextBoolean();
        List<List<@Nullable String>> rows = rows(random, 2 + random.nextInt(4));
        String text = "\ufeff"
                + rows.stream()
                        .map(row -> row.stream()
                                .map(value -> written(value, delimiter, always))
                                .collect(Collectors.joining(delimiter)))
                        .collect(Collectors.joining(end, "", end));

        Added added = Added.ofText(
                files, new Saying().delimiter(delimiter).allText().header(false).options(), "a.csv", text, encoding);

        assertThat(added.counted()).isEqualTo(rows.size());
        assertThat(added.rows()).containsExactlyElementsOf(rows);
    }

    private static List<List<@Nullable String>> rows(Random random, int columns) {
        var rows = new ArrayList<List<@Nullable String>>();
        for (int row = 0; row < 300; row++) {
            var values = new ArrayList<@Nullable String>();
            for (int column = 0; column < columns; column++) {
                String value = random.ints(random.nextInt(6), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining());
                values.add(value.isEmpty() ? null : value);
            }
            rows.add(values);
        }
        return rows;
    }

    /** In quotes where they are needed, as RFC 4180 has it; blanks in front of a quote need them here too. */
    private static String written(@Nullable String value, String delimiter, boolean always) {
        if (value == null) {
            return "";
        }
        boolean needed = value.matches("(?s).*[\"\r\n'].*")
                || value.contains(delimiter)
                || value.contains(delimiter.substring(0, 1))
                || value.startsWith("#");
        return always || needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
