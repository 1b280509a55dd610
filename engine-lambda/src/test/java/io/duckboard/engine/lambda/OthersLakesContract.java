package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.OthersLakes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lakes that other writers have left are read right, wherever they lie. */
abstract class OthersLakesContract {

    @TempDir
    private Path folder;

    /** An engine over the lake in a folder, or a copy of it. */
    abstract InProcess over(Path lake);

    private InProcess lake(String name) {
        return over(OthersLakes.lake(name, folder.resolve(name)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT sum(n)::BIGINT FROM town                                | [7]
                    SELECT town FROM town ORDER BY town                            | [Berlin]; [New York]; [San José]
                    SELECT max(p), typeof(max(p)), count(*) - count(p) FROM nulls  | [10, BIGINT, 1]
                    SELECT zip FROM zips ORDER BY zip                              | [01234]; [10001]
                    SELECT year, month, day FROM ymd ORDER BY month                | [2024, 01, 31]; [2024, 02, 01]
                    SELECT count(*) FROM ymdh                                      | [2]
                    SELECT n, day::VARCHAR FROM infile ORDER BY n                  | [1, 2024-01-01]; [2, 2024-01-02]
                    SELECT note FROM lake.notes WHERE table_name = 'infile'         | [Column day is in the files too, and the table has the value in their folders' names.]
                    SELECT n, k FROM empty ORDER BY n                              | [1, ]; [2, a]
                    SELECT n, ok FROM bools ORDER BY n                             | [1, true]; [2, false]
                    SELECT "order", "group" FROM reserved                          | [1, a]
                    SELECT "order-date"::VARCHAR FROM hyphen                       | [2024-01-01]
                    SELECT n, day::VARCHAR FROM mixed ORDER BY n                   | [1, null]; [2, 2024-01-01]
                    """)
    void readsPartitions(String sql, String rows) {
        assertThat(lake("hive").rows(sql)).extracting(Object::toString).containsExactlyElementsOf(rows(rows));
    }

    @Test
    void takesALakeOfPartitionsAsOneTable() {
        InProcess lake = lake("hivetop");

        assertThat(lake.rows("SELECT name, partitioned_by FROM lake.tables")).hasSize(1);
        assertThat(lake.rows("SELECT sum(year)::BIGINT, count(*) FROM hivetop")).containsExactly(List.of(4047, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT sum(amount), typeof(sum(amount)) FROM widened        | [7.4, DOUBLE]
                    SELECT amount FROM widened WHERE amount < 1.9 ORDER BY 1    | [0.4]; [1.0]; [1.5]
                    SELECT sum(amount) FROM widened WHERE day = '2024-01-02'    | [4.4]
                    SELECT sum(tip) FROM added                                  | [5.5]
                    SELECT id, tip FROM added ORDER BY id                       | [1, null]; [2, 5.5]
                    SELECT count(*) FROM removed                                | [2]
                    """)
    void unitesTheColumnsOfFiles(String sql, String rows) {
        assertThat(lake("evolution").rows(sql)).extracting(Object::toString).containsExactlyElementsOf(rows(rows));
    }

    @Test
    void losesNoTableOfANameThatAnotherHas() {
        String first = "x".repeat(63);
        String second = "x".repeat(61) + "_2";

        InProcess lake = lake("clashes");

        assertThat(lake.rows("SELECT name FROM lake.tables ORDER BY name"))
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder("sales", "sales_2", "a_b", "a_b_2", first, second);
        assertThat(lake.rows("FROM sales UNION ALL FROM sales_2 UNION ALL FROM a_b UNION ALL FROM a_b_2 UNION ALL FROM "
                        + first + " UNION ALL FROM " + second))
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder("Sales", "sales", "a-b", "a_b", "long1", "long2");
        assertThat(lake.rows("SELECT note FROM lake.notes WHERE table_name = 'sales_2'")
                        .toString())
                .contains("sales, which is taken");
    }

    @Test
    void readsParquetByAnyExtensionAndWithoutOne() {
        InProcess lake = lake("extensions");

        assertThat(lake.rows("SELECT path, reason FROM lake.left_out"))
                .containsExactly(List.of("six.parquet.gz", "It is a Parquet file that was compressed as a whole."));
        assertThat(lake.rows("SELECT string_agg(who, ', ' ORDER BY who) FROM (FROM one_snappy UNION ALL FROM two "
                        + "UNION ALL FROM three UNION ALL FROM four UNION ALL FROM five_gz)"))
                .containsExactly(List.of("gz.parquet, parq, pq, snappy, upper"));
        assertThat(lake.rows("SELECT string_agg(who, ', ' ORDER BY who) FROM extensions"))
                .containsExactly(List.of("athena ctas, no extension, hive"));
    }

    @Test
    void takesThePartsOfSparkAsOneTable() {
        InProcess lake = lake("spark");

        assertThat(lake.rows("SELECT sum(i)::BIGINT, count(*) FROM events")).containsExactly(List.of(15, 6));
        assertThat(lake.rows("SELECT i, dt::VARCHAR FROM by_day ORDER BY i"))
                .containsExactly(List.of(1, "2024-01-01"), List.of(2, "2024-01-02"));
        assertThat(lake.rows("SELECT count(*) FROM lake.tables")).containsExactly(List.of(2));
    }

    @Test
    void saysOfEachBadFileWhatIsWrong() {
        InProcess lake = lake("broken");

        assertThat(lake.rows("SELECT n FROM good ORDER BY n")).containsExactly(List.of(1), List.of(2), List.of(3));
        assertThat(lake.rows("SELECT n, day::VARCHAR FROM days")).containsExactly(List.of(1, "2024-01-01"));
        assertThat(lake.rows("SELECT path, reason FROM lake.left_out WHERE todo <> ''"))
                .extracting(Object::toString)
                .containsExactly(
                        "[csv_really.parquet, It is no Parquet file: it has only 8 bytes.]",
                        "[cut.parquet, It is no Parquet file, or was cut off: its end is missing.]",
                        "[days/day=2024-01-02/a.parquet, It is empty.]",
                        "[encrypted.parquet, It is encrypted.]",
                        "[encrypted_real.parquet, It is encrypted.]",
                        "[footer.parquet, Its end is damaged.]",
                        "[nothing.parquet, It is empty.]");
    }

    @Test
    void refusesTablesThatOnlyTheirLogsKnow() {
        InProcess lake = lake("delta");

        assertThat(lake.rows("SELECT path FROM lake.left_out")).containsExactly(List.of("orders/"), List.of("sales/"));
        assertThat(lake.problem("FROM orders").message())
                .isEqualTo("There is no table orders: orders/ is left out. It is a Delta table, and only its log says "
                        + "which files count.");
    }

    @Test
    void readsWhatDuckDbAppended() {
        assertThat(lake("append").rows("SELECT sum(n)::BIGINT FROM sales")).containsExactly(List.of(3));
    }

    @Test
    void readsFoldersThatHaveDuckboardsNames() {
        InProcess lake = lake("owned");

        assertThat(lake.rows("SELECT sum(n)::BIGINT, count(*) FROM sales")).containsExactly(List.of(1, 2));
        assertThat(lake.rows("SELECT path FROM lake.left_out"))
                .containsExactly(List.of("control/"), List.of("results/"), List.of("staging/"));
        assertThat(lake.rows("FROM plain UNION ALL FROM reference UNION ALL FROM m"))
                .containsExactlyInAnyOrder(List.of("plain"), List.of("reference"), List.of("model"));
    }

    private static List<String> rows(String text) {
        return Arrays.asList(text.split("; ", -1));
    }
}
