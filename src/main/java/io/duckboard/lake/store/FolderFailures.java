package io.duckboard.lake.store;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Turns the errors of a file system into sentences. */
public final class FolderFailures {

    private FolderFailures() {}

    /** Runs the work, and turns an error into a failure that says what went wrong. */
    public static <T> T translating(Path folder, Callable<T> work) {
        try {
            return work.call();
        } catch (IOException e) {
            throw of(folder, e);
        } catch (UncheckedIOException e) {
            throw of(folder, Objects.requireNonNull(e.getCause()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static FailureException of(Path folder, IOException failure) {
        if (failure instanceof InterruptedIOException) {
            return new FailureException("The work was interrupted.", "Run it again: nothing was published.", failure);
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            return StoreFailures.full("the folder " + folder, failure);
        }
        if (failure instanceof AccessDeniedException || message.contains("Read-only file system")) {
            return new FailureException(
                    "The folder " + folder + " does not let you in, or takes nothing.",
                    "Check its rights, or name another with --lake.",
                    failure);
        }
        if (failure instanceof FileAlreadyExistsException || message.contains("Not a directory")) {
            return new FailureException(
                    "The lake " + folder + " cannot be a folder: a file is in the way.",
                    "Name another with --lake.",
                    failure);
        }
        String reason = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getClass().getSimpleName();
        return new FailureException(
                "The folder " + folder + " cannot be used (" + reason + ").", "Check it, then run it again.", failure);
    }
}
