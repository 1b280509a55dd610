package io.duckboard.engine.duckdb;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;

/**
 * Two things that DuckDB can do and its driver (1.5.5.1) keeps to itself. A statement's {@code cancel()} waits for the
 * lock that fetching rows holds, so it cannot end a query whose rows come slowly. And a query that fails, or is
 * interrupted, after its first rows looks to JDBC as if it had no more rows.
 */
final class DriverInternals {

    private static final Field CONNECTION;
    private static final Field RESULT;
    private static final Method INTERRUPT;
    private static final Method META_DATA;

    static {
        try {
            Class<?> driver = Class.forName("org.duckdb.DuckDBNative");
            CONNECTION = open(DuckDBConnection.class.getDeclaredField("connRef"));
            RESULT = open(DuckDBResultSet.class.getDeclaredField("resultRef"));
            INTERRUPT = open(driver.getDeclaredMethod("duckdb_jdbc_interrupt", ByteBuffer.class));
            META_DATA = open(driver.getDeclaredMethod("duckdb_jdbc_query_result_meta", ByteBuffer.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not the DuckDB driver that this engine was written for", e);
        }
    }

    private DriverInternals() {}

    /** Interrupts whatever an open connection does; only sets a flag, and may come from any thread. */
    static void interrupt(DuckDBConnection connection) {
        try {
            INTERRUPT.invoke(null, CONNECTION.get(connection));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DuckDB cannot be interrupted", e);
        }
    }

    /** Whether the rows ended because of an error; asked when there are no more and the result is still open. */
    static boolean brokeOff(ResultSet result) throws SQLException {
        try {
            META_DATA.invoke(null, RESULT.get(result.unwrap(DuckDBResultSet.class)));
            return false;
        } catch (InvocationTargetException e) {
            // Told of a failed result, the driver says "Invalid result set" and never why it failed.
            if (e.getCause() instanceof SQLException) {
                return true;
            }
            throw new IllegalStateException("DuckDB cannot be asked for the end of a result", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("DuckDB cannot be asked for the end of a result", e);
        }
    }

    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }
}
