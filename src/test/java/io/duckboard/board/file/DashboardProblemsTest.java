package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.DashboardName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is wrong with a file is told at its place, with what was probably meant and what is allowed. Each file in {@code
 * problems} has its problems beside it; {@code -Dproblems.write=true} writes them.
 */
class DashboardProblemsTest {

    private static final Path FILES = Path.of("test/resources/io/duckboard/board/file/problems");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void tellsThem(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String told = new DashboardText(DashboardName.ofFile(name), Files.readString(file), SqlFiles.NONE)
                .read().problems().stream().map(problem -> problem + "\n").collect(Collectors.joining());
        Path expected = file.resolveSibling(name.replace(".yaml", ".txt"));
        if (Boolean.getBoolean("problems.write")) {
            Files.writeString(expected, told);
        }

        assertThat(told).isNotEmpty().isEqualTo(Files.readString(expected));
    }
}
