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

    /** Of the migrations that people's files have: whoever changes one of these files locks these people out. */
    private static final Integer[] CHECKSUMS = {978_270_601, 1_918_598_095, -875_754_713, -1_290_895_423};

    @TempDir
    private Path home;

    @Test
    void endWithTheNewest() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:");
        MigrationInfo[] all = Migrations.flyway(new DatabaseFile(home))
                .dataSource(source)
                .load()
                .info()
                .all();

        assertThat(all[all.length - 1].getVersion().getVersion()).isEqualTo(String.valueOf(Migrations.NEWEST));
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
    void areNotUndoneWhereANewerDuckboardWasBefore() {
        try (HomeDatabase database = HomeDatabase.open(home)) {
            database.jdbc()
                    .sql("UPDATE \"flyway_schema_history\" SET \"version\" = '99' WHERE \"version\" = ?")
                    .params(String.valueOf(Migrations.NEWEST))
                    .update();
        }

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> HomeDatabase.open(home))
                .withMessageContaining("duckboard.mv.db) was used by a newer Duckboard (its tables have version 99")
                .withMessageContaining("Start that version or a later one");
    }

    @Test
    void areThoseThatFilesHaveBeenMadeWith() {
        try (HomeDatabase database = HomeDatabase.open(home)) {
            assertThat(database.jdbc()
                            .sql("SELECT \"checksum\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL"
                                    + " ORDER BY \"installed_rank\"")
                            .query(Integer.class)
                            .list())
                    .containsExactly(CHECKSUMS);
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
