package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.FileProblem;
import java.io.IOException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the schema allows, the reader takes: files are made of the schema by chance, and in none of them is a key or a word
 * unknown, or a value of the wrong type. Whether values go together is more than a schema can say.
 */
class SchemaFilesTest {

    private static final Pattern OF_THE_SCHEMA = Pattern.compile(
            "An? .* has no “.*|An? .* needs “.*|.* cannot be “.*|This should be .*|.* is a mapping, .*|“.*” is not a (?:whole number|time|day|currency|pattern|name).*"
                    + "|.* is neither true nor false.*|This text is .*|This list has more .*");

    @Test
    void areTakenByTheReader() throws IOException {
        var random = new Random(22);
        var files =
                new SchemaFiles(SchemaPart.of(DashboardSchema.json()), random, () -> "SELECT " + random.nextInt(100));
        for (int i = 0; i < 200; i++) {
            String file = files.next();

            assertThat(DashboardTextSample.of(file).problems())
                    .as(file)
                    .extracting(FileProblem::message)
                    .noneMatch(message -> OF_THE_SCHEMA.matcher(message).matches());
        }
    }
}
