package io.duckboard.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that writers give to the parts of a table are told from those that people give to tables. */
class PartNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "part-00001-0b4a5c6e-1111-4222-8333-444455556666-c000.snappy.parquet",
                "part-00000-tid-123-0b4a5c6e-1111-4222-8333-444455556666-1-c000.gz.parquet",
                "part.0.parquet",
                "part-r-00001.parquet",
                "part-00003",
                "0000_part_00.parquet",
                "data_0.parquet",
                "data_0_0_0.snappy.parquet",
                "data_2001.parquet",
                "file-000000000000.parquet",
                "000000_0",
                "0.parquet",
                "12.PARQUET",
                "0b4a5c6e-1111-4222-8333-444455556666.parq",
                "20240101_120000_00001_abcde_6e1c1f4e-1111-4222-8333-444455556666",
                "a54b1c2d3e4f5a6b-0000000100000000_1234567890_data.0.parq"
            })
    void takesTheNameOfAWriterForAPartOfTheFolder(String name) {
        assertThat(PartName.of(name)).isEqualTo(new PartName("", true));
    }

    @ParameterizedTest
    @CsvSource({
        "orders_12.parquet, orders",
        "orders-0001.snappy.parquet, orders",
        "orders.3.pq, orders",
        "report (2).parquet, report",
        "taxi_2019_04_1.parquet, taxi_2019_04",
        "Übersicht_7.parquet, übersicht",
        "topic+0+0000000123.parquet, topic",
        "orders_0b4a5c6e-1111-4222-8333-444455556666.parquet, orders"
    })
    void findsWhatThePartsOfATableHaveInCommon(String name, String stem) {
        assertThat(PartName.of(name)).isEqualTo(new PartName(stem, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "taxi_2019_04.parquet",
                "yellow_tripdata_2024-01.parquet",
                "sales_2023.parquet",
                "sales-20240131.parquet",
                "2024-01-31.parquet",
                "2024.parquet",
                "q1.parquet",
                "zones.v2.parquet",
                "orders.parquet",
                "x1.parquet",
                "customers",
                "deadbeef.parquet",
                "parts.parquet"
            })
    void takesADateOrAWordForNoCounter(String name) {
        assertThat(PartName.of(name).isPart()).isFalse();
    }
}
