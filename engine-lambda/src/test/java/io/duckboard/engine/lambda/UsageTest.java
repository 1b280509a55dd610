package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.LambdaPrice;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An answer says which resources it used. */
class UsageTest {

    private TestLake lake;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        lake = new TestLake(folder).table("noise", "SELECT random() AS a, random() AS b FROM range(500000)");
        engine = new InProcess(lake, temporary);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void countsTheBytesOfTheColumnsThatWereRead() {
        long file = lake.root().resolve("dataset/noise.parquet").toFile().length();

        assertThat(bytesRead("SELECT sum(a) FROM noise")).isBetween(file / 3, file * 2 / 3);
        assertThat(bytesRead("SELECT 1")).isLessThan(file / 10);
    }

    @Test
    void pricesWhatIsBilled() {
        Usage usage = usage("SELECT 1");

        assertThat(usage.billedMs()).isPositive();
        assertThat(usage.estimatedUsd()).isEqualByComparingTo(LambdaPrice.of(usage.billedMs(), 1024));
    }

    private long bytesRead(String sql) {
        return known(usage(sql).bytesRead());
    }

    private static long known(OptionalLong number) {
        assertThat(number).isPresent();
        return number.getAsLong();
    }

    private Usage usage(String sql) {
        return engine.rows(Query.of(sql)).metadata().usage();
    }
}
