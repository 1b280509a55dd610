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
 * Gives access to two things that DuckDB can do but its driver (1.5.5.1) does not expose. A statement's
 * {@code cancel()} waits for the lock that is held while rows are fetched, so it cannot end a query whose rows come
 * slowly. And if a query fails, or is interrupted, after its first rows, JDBC shows it as having no more rows.
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

    /** Interrupts whatever an open connection is doing. Only sets a flag, and may be called from any thread. */
    static void interrupt(DuckDBConnection connection) {
        try {
            INTERRUPT.invoke(null, CONNECTION.get(connection));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DuckDB cannot be interrupted", e);
        }
    }

    /** Whether the rows ended because of an error. Call it when there are no more rows and the result is still open. */
    static boolean brokeOff(ResultSet result) throws SQLException {
        try {
            META_DATA.invoke(null, RESULT.get(result.unwrap(DuckDBResultSet.class)));
            return false;
        } catch (InvocationTargetException e) {
            // For a failed result the driver says only "Invalid result set", and not why it failed.
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
