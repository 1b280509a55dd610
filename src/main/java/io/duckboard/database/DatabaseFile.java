package io.duckboard.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** The database's file, in a folder of its own in a home. Only the owner can access it, and one process at a time. */
record DatabaseFile(Path home) implements DatabasePlace {

    DatabaseFile {
        home = home.toAbsolutePath().normalize();
    }

    Path path() {
        return new HomeFolder(home).path().resolve("duckboard.mv.db");
    }

    /** Creates the file before the database does, since the database would leave it readable by others. */
    @Override
    public void prepare() {
        if (path().toString().contains(";")) {
            throw DatabaseUnavailableException.unfitName(home);
        }
        try {
            new HomeFolder(home).make();
            create();
        } catch (IOException e) {
            throw DatabaseUnavailableException.cannotWrite(home, e);
        }
    }

    private void create() throws IOException {
        try {
            Files.createFile(
                    path(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // The database would open the file as read-only, and fail at the first write.
            if (!Files.isWritable(path())) {
                throw new IOException(path() + " is read-only", e);
            }
        }
    }

    @Override
    public DataSource source() {
        var source = new JdbcDataSource();
        source.setURL(url());
        source.setUser("duckboard");
        return source;
    }

    /**
     * Returns the database's address. It uses H2's async file system: with the others, a thread that is interrupted
     * while it saves closes the file for all threads. The lock belongs to the operating system, so a process that is
     * killed leaves none. Tracing is off, since it would record SQL.
     */
    private String url() {
        return "jdbc:h2:async:" + new HomeFolder(home).path().resolve("duckboard")
                + ";FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=100";
    }

    @Override
    public void check(Connection connection) {}

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String migrations() {
        return "classpath:db/h2";
    }

    @Override
    public DatabaseUnavailableException notOpened(SQLException cause) {
        return cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                ? DatabaseUnavailableException.inUse(home, cause)
                : DatabaseUnavailableException.unreadable(path(), cause);
    }

    @Override
    public DatabaseUnavailableException notMigrated(FlywayException cause) {
        return DatabaseUnavailableException.notMigrated(path(), cause);
    }

    @Override
    public DatabaseUnavailableException newer(int version) {
        return DatabaseUnavailableException.newer("The file with what people saved (" + path() + ")", version);
    }
}
