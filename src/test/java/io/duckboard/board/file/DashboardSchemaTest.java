package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema that editors read says what the reader takes. {@code -Dschema.write=true} writes it. */
class DashboardSchemaTest {

    private static final Path FOLDER = Path.of("../dashboards");
    private static final Path FILE = FOLDER.resolve(DashboardSchema.FILE);

    @Test
    void liesBesideTheDashboards() throws IOException {
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(FILE, DashboardSchema.json());
        }

        assertThat(FILE).as("-Dschema.write=true writes it").hasContent(DashboardSchema.json());
    }

    @Test
    void isNamedInTheFirstLineOfEachDashboard() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readAllLines(file).getFirst()).isEqualTo(DashboardSchema.FIRST_LINE));
        }
    }

    /** Each key of the schema is known to the reader, which tells any other as unknown. */
    @Test
    void hasNoKeyThatTheReaderDoesNotKnow() throws IOException {
        for (SchemaPart shape : shapes("tiles")) {
            String word = word(shape, "show");
            assertThat(problems("title: T\ntiles:\n  - show: " + word + nothings(shape, "show", "    ")))
                    .as(word)
                    .noneMatch(problem -> problem.contains(" has no “"));
        }
        for (SchemaPart shape : shapes("filters")) {
            String word = word(shape, "kind");
            assertThat(problems("title: T\ntiles: []\nfilters:\n  - kind: " + word + nothings(shape, "kind", "    ")))
                    .as(word)
                    .noneMatch(problem -> problem.contains(" has no “"));
        }
    }

    /** Each word that the reader takes is in the schema. */
    @Test
    void hasAllWordsOfTheReader() throws IOException {
        assertThat(shapes("tiles").stream().map(shape -> word(shape, "show")))
                .containsExactlyElementsOf(allowed("title: T\ntiles: [{show: ''}]"));
        assertThat(shapes("filters").stream().map(shape -> word(shape, "kind")))
                .containsExactlyElementsOf(allowed("title: T\nfilters: [{kind: ''}]\ntiles: []"));
    }

    private static List<String> allowed(String text) {
        String hint = DashboardTextSample.of(text).problems().stream()
                .map(FileProblem::hint)
                .filter(words -> words.startsWith("Allowed: "))
                .findFirst()
                .orElseThrow();
        return List.of(hint.substring("Allowed: ".length(), hint.length() - 1).split(", "));
    }

    private static List<String> problems(String text) {
        return DashboardTextSample.of(text).problems().stream()
                .map(FileProblem::toString)
                .toList();
    }

    private static String nothings(SchemaPart shape, String but, String indentation) {
        return shape.part("properties").names().stream()
                .filter(key -> !key.equals(but))
                .map(key -> "\n" + indentation + key + ":")
                .collect(Collectors.joining());
    }

    private static String word(SchemaPart shape, String key) {
        return shape.part("properties").part(key).text("const");
    }

    private static List<SchemaPart> shapes(String part) throws IOException {
        return SchemaPart.of(Files.readString(FILE))
                .part("properties")
                .part(part)
                .part("items")
                .parts("anyOf");
    }
}
