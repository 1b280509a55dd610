package io.duckboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link between the documents leads to a file, and to a heading if it names one. */
class DocumentLinksTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> AT_THE_TOP =
            List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md");

    @TempDir
    private Path folder;

    @Test
    void linksLeadToFilesAndHeadings() throws IOException {
        assertThat(documents().flatMap(document -> document.deadLinks().map(link -> document.path() + ": " + link)))
                .isEmpty();
    }

    @Test
    void seesTheDocuments() throws IOException {
        assertThat(documents().map(Document::path))
                .contains(ROOT.resolve("README.md"), ROOT.resolve("docs/decisions/README.md"))
                .hasSizeGreaterThan(30)
                .allMatch(Files::exists);
        assertThat(documents().flatMap(Document::links)).hasSizeGreaterThan(100);
    }

    @Test
    void noticesDeadLinks() throws IOException {
        Files.writeString(folder.resolve("other.md"), "# Two `words`, and more\n## Again\n## Again\n");
        Path file = Files.writeString(folder.resolve("document.md"), """
                # Here
                [a file](other.md) [a folder](.) [elsewhere](https://example.org/none) ![no picture](none.png)
                [a heading](other.md#two-words-and-more) [the second](other.md#again-1) [no third](other.md#again-2)
                [this page](#here) [no such heading](#there) `[code](none.md)`
                ```
                # There
                [code](none.md)
                ```
                """);

        assertThat(new Document(file).deadLinks()).containsExactly("none.png", "other.md#again-2", "#there");
    }

    private static Stream<Document> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            AT_THE_TOP.stream().map(ROOT::resolve),
                            docs.filter(path -> path.toString().endsWith(".md")).sorted().toList().stream())
                    .map(Document::new);
        }
    }

    private record Document(Path path) {

        private static final Pattern CODE =
                Pattern.compile("^```.*?^```|`[^`\\n]+`", Pattern.DOTALL | Pattern.MULTILINE);
        private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
        private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
        private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+)$", Pattern.MULTILINE);

        /** The links within the repository. */
        Stream<String> links() {
            return LINK.matcher(CODE.matcher(text()).replaceAll(""))
                    .results()
                    .map(link -> link.group(1))
                    .filter(Predicate.not(link -> link.matches("[a-z]+:.*")));
        }

        Stream<String> deadLinks() {
            return links().filter(Predicate.not(this::leadsSomewhere));
        }

        private boolean leadsSomewhere(String link) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? path : path.resolveSibling(parts[0]);
            return Files.exists(target)
                    && (parts.length == 1 || new Document(target).anchors().contains(parts[1]));
        }

        /** The anchors that GitHub makes of the headings. */
        private Set<String> anchors() {
            Map<String, Integer> seen = new HashMap<>();
            Set<String> anchors = new HashSet<>();
            HEADING.matcher(FENCED.matcher(text()).replaceAll(""))
                    .results()
                    .map(Document::anchor)
                    .forEach(anchor -> {
                        int before = seen.merge(anchor, 1, Integer::sum) - 1;
                        anchors.add(before == 0 ? anchor : anchor + "-" + before);
                    });
            return anchors;
        }

        private static String anchor(MatchResult heading) {
            return heading.group(1)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
        }

        private String text() {
            try {
                return Files.readString(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
