package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.LakeLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a folder. */
class FolderOthersLakesTest extends OthersLakesContract {

    @TempDir
    private Path temporary;

    @Override
    InProcess over(Path lake) {
        return new InProcess(new EngineSettings(new LakeLocation.Folder(lake), 1024, temporary, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "sales/a, Sales/a, x/sales/a, sales",
        "Sales/a, x/sales/a, sales, sales/a",
        "x/sales/a, sales, sales/a, Sales/a",
        "sales, sales/a, Sales/a, x/sales/a"
    })
    void aNewFileRenamesNoTable(String first, String second, String third, String fourth) throws IOException {
        Path lake = Files.createDirectory(temporary.resolve("lake"));
        InProcess engine = over(lake);
        var names = new HashSet<Object>();
        int rows = 0;
        for (String path : List.of(first, second, third, fourth)) {
            rows++;
            Path file = lake.resolve(path + ".parquet");
            Files.createDirectories(file.getParent());
            parquet(file, rows);
            List<Object> tables = engine.rows("SELECT name FROM lake.tables").stream()
                    .<Object>map(List::getFirst)
                    .toList();
            assertThat(tables).containsAll(names).hasSize(rows);
            for (Object name : tables) {
                if (names.add(name)) {
                    assertThat(engine.rows("SELECT count(*) FROM " + name)).containsExactly(List.of(rows));
                }
            }
        }
    }

    private static void parquet(Path file, int rows) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            sql.execute("COPY (SELECT * FROM range(" + rows + ")) TO '" + file + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
