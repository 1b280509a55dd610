package io.duckboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database has this version's tables, or it is not opened. */
class MigrationsTest {

    @TempDir
    private Path home;

    @Test
    void endWithTheNewest() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:");
        MigrationInfo[] all =
                Migrations.flyway().dataSource(source).load().info().all();

        assertThat(all[all.length - 1].getVersion().getVersion()).isEqualTo(Migrations.NEWEST);
    }

    @Test
    void areAppliedWhereTheTablesAreMissing() {
        try (HomeDatabase database = HomeDatabase.open(home)) {
            database.jdbc().sql("DROP ALL OBJECTS").update();
        }

        try (HomeDatabase database = HomeDatabase.open(home)) {
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM history")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void areNotPassedOverWhereOneFailed() {
        try (HomeDatabase database = HomeDatabase.open(home)) {
            database.jdbc()
                    .sql("UPDATE \"flyway_schema_history\" SET \"success\" = FALSE")
                    .update();
        }

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(home))
                .withMessageContaining("cannot be used by this version")
                .withMessageContaining("duckboard.mv.db")
                .withMessageNotContaining("\n");
    }
}
