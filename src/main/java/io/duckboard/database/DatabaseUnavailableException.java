package io.duckboard.database;

import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Duckboard's database cannot be opened. */
public final class DatabaseUnavailableException extends FailureException {

    private static final long serialVersionUID = 1L;

    private DatabaseUnavailableException(String message, String hint, @Nullable Throwable cause) {
        super(message, hint, cause);
    }

    static DatabaseUnavailableException inUse(Path home, Exception cause) {
        return new DatabaseUnavailableException(
                "Another Duckboard uses this home (" + home + ").",
                "Stop it, or give this one a home of its own: DUCKBOARD_HOME=…",
                cause);
    }

    static DatabaseUnavailableException cannotWrite(Path home, Exception cause) {
        return new DatabaseUnavailableException(
                "Nothing can be written in " + home + " (" + firstLine(cause) + ").",
                "Make room or give rights there, or name another folder in DUCKBOARD_HOME.",
                cause);
    }

    static DatabaseUnavailableException unreadable(Path file, Exception cause) {
        return new DatabaseUnavailableException(
                "The file with what people saved cannot be read: " + file + " (" + firstLine(cause) + ").",
                "Put a copy of it back, or move it away to start with an empty one.",
                cause);
    }

    static DatabaseUnavailableException notMigrated(Path file, Exception cause) {
        return new DatabaseUnavailableException(
                "The file with what people saved cannot be used by this version: " + file + " (" + firstLine(cause)
                        + ").",
                "Start the version that wrote it, or move it away to start with an empty one.",
                cause);
    }

    /** @param what is newer, as the beginning of a sentence */
    static DatabaseUnavailableException newer(String what, int version) {
        return new DatabaseUnavailableException(
                what + " was used by a newer Duckboard (its tables have version " + version + ", and this one knows "
                        + Migrations.NEWEST + ").",
                "Start that version or a later one, or go back to a backup of before.",
                null);
    }

    /** @param message does not repeat what was set: there may be a password in it */
    static DatabaseUnavailableException misnamed(String message) {
        return new DatabaseUnavailableException(message, ServerAddress.FORM, null);
    }

    static DatabaseUnavailableException noPassword(Path file, Exception cause) {
        return new DatabaseUnavailableException(
                "The database's password cannot be read from " + file + ".",
                "Have DUCKBOARD_DATABASE_PASSWORD_FILE name a file that this account can read.",
                cause);
    }

    static DatabaseUnavailableException ofServer(String message, String hint) {
        return new DatabaseUnavailableException(message, hint, null);
    }

    static DatabaseUnavailableException ofServer(String message, String hint, Exception cause) {
        return new DatabaseUnavailableException(message, hint, cause);
    }

    static DatabaseUnavailableException unfitName(Path home) {
        return new DatabaseUnavailableException(
                "A home cannot have a semicolon in its path: " + home + ".",
                "Name another folder in DUCKBOARD_HOME.",
                null);
    }

    /** Includes the hint, since somebody who starts Duckboard without its terminal may see only this line. */
    @Override
    public String getMessage() {
        return failure().text();
    }

    static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
