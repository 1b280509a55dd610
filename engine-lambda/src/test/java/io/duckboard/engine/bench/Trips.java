package io.duckboard.engine.bench;

import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A month of trips as large as the real one. Rows of the sample are drawn repeatedly; a hash chooses them, so they are
 * the same every time.
 */
final class Trips {

    /** Yellow taxi trips of April 2019. */
    static final long ROWS = 7_433_139;

    private static final int SEED = 2019_04;

    private Trips() {}

    /** @param folder keeps the lake for later runs */
    static TestLake lake(Path folder, Path sample, long rows) {
        TestLake lake = new TestLake(folder);
        Path made = folder.resolve("made-" + rows);
        if (!Files.exists(made)) {
            System.out.println("Growing the sample to " + rows + " trips …");
            lake.table(
                    "trips",
                    "WITH sample AS (SELECT row_number() OVER () - 1 AS number,"
                            + " * RENAME (pickup_datetime AS pickup_at, dropoff_datetime AS dropoff_at) FROM read_csv('"
                            + sample + "', types = {'vendor_id': 'VARCHAR', 'rate_code_id': 'VARCHAR',"
                            + " 'payment_type': 'VARCHAR'})),"
                            + " draws AS (SELECT hash(range, " + SEED + ") % (SELECT count(*) FROM sample) AS number"
                            + " FROM range(" + rows + "))"
                            + " SELECT sample.* EXCLUDE (number) FROM draws JOIN sample USING (number)",
                    "COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 122880");
            try {
                Files.createFile(made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lake;
    }
}
