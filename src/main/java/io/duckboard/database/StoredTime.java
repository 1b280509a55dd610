package io.duckboard.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Points in time as each kind of database keeps them: to the microsecond, as exact as PostgreSQL is. */
public final class StoredTime {

    private StoredTime() {}

    /** Returns the time as it will be read again. */
    public static Instant rounded(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns what a statement takes. */
    public static OffsetDateTime of(Instant time) {
        return rounded(time).atOffset(ZoneOffset.UTC);
    }

    /** Reads a column that is never NULL. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> find(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
