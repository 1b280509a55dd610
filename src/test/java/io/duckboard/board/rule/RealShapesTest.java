package io.duckboard.board.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.file.DashboardYaml;
import io.duckboard.client.LocalEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Over each of eight shapes of data the dashboard is the one of its file, and all its queries have answers. {@code
 * -Drule.write=true} writes the files, to be looked at.
 */
@Tag("process")
class RealShapesTest {

    private static final Path FILES = Path.of("test/resources/io/duckboard/board/rule");

    @ParameterizedTest
    @EnumSource
    void getTheDashboardOfTheirFile(RealShape shape) throws IOException {
        try (ParquetLake lake = shape.fill(new ParquetLake());
                LocalEngine engine = lake.engine()) {
            MadeDashboard made = MadeDashboard.of(engine);
            String yaml = DashboardYaml.of(made.dashboard());
            if (Boolean.getBoolean("rule.write")) {
                Files.writeString(FILES.resolve(shape.file()), yaml);
            }

            assertThat(yaml).isEqualTo(Files.readString(FILES.resolve(shape.file())));
            made.check();
            assertThat(made.queries())
                    .filteredOn(MadeDashboard::isLine)
                    .allSatisfy(query -> assertThat(made.answer(query).rows().size())
                            .as(query.frame().title())
                            .isBetween(20, 101));
        }
    }
}
