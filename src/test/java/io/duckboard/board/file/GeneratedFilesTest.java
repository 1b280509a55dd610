package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.DashboardName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is made of a right file, it is read or told: nothing is thrown, and each place is one of the file. */
class GeneratedFilesTest {

    private static final String SIGNS = ":-{}[]'\"|>&*!%@`#,?$xé 0\n\t";
    private static final Path TRIPS = Path.of("../dashboards/trips.yaml");

    @Test
    void readsOrTellsFilesWithLinesAndCharactersChanged() throws IOException {
        List<String> right = Files.readAllLines(TRIPS);
        var random = new Random(48);
        int told = 0;
        for (int i = 0; i < 300; i++) {
            var lines = new ArrayList<>(right);
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                change(lines, random);
            }
            ReadDashboard read = new DashboardText(
                            DashboardName.ofFile("trips.yaml"), String.join("\n", lines), SqlFiles.NONE)
                    .read();

            assertThat(read.problems()).as("file %d", i).allSatisfy(problem -> {
                assertThat(problem.spot().line()).isBetween(1, lines.size() + 1);
                assertThat(problem.spot().column()).isPositive();
                assertThat(problem.message()).endsWith(".");
            });
            assertThat(read.dashboard().isPresent() || read.hasErrors()).isTrue();
            told += read.hasErrors() ? 1 : 0;
        }
        assertThat(told).isPositive();
    }

    private static void change(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(at, " " + line);
            case 3 -> lines.set(at, line.stripLeading());
            default -> {
                int column = random.nextInt(line.length() + 1);
                String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
                lines.set(at, line.substring(0, column) + sign + line.substring(Math.min(line.length(), column + 1)));
            }
        }
    }
}
