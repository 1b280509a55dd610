package io.duckboard.aws;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why the SDK got no answer from AWS. */
public enum NoAnswer {
    NOT_CONNECTED,
    TIMED_OUT,
    UNKNOWN_HOST,
    GIVEN_UP,
    NOT_LOGGED_IN,
    ROLE_REFUSED,
    NO_CREDENTIALS,
    BROKEN_OFF;

    public static NoAnswer of(SdkException failure) {
        // This comes before the next check: a connect timeout is also a socket timeout, but nothing has run yet.
        if (causedBy(failure, ConnectException.class) || causedBy(failure, ConnectTimeoutException.class)) {
            return NOT_CONNECTED;
        }
        if (causedBy(failure, SocketTimeoutException.class)) {
            return TIMED_OUT;
        }
        if (causedBy(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        String message = String.valueOf(failure.getMessage());
        return isGivenUp(failure, message) ? GIVEN_UP : ofCredentials(message);
    }

    /** The SDK has no exception classes for these cases, so the message is examined. */
    private static NoAnswer ofCredentials(String message) {
        if (message.contains("SSO") || message.contains("Service: Sso") || message.contains("Token is expired")) {
            return NOT_LOGGED_IN;
        }
        if (message.contains("sts:AssumeRole")) {
            return ROLE_REFUSED;
        }
        return message.contains("credentials") ? NO_CREDENTIALS : BROKEN_OFF;
    }

    private static boolean isGivenUp(SdkException failure, String message) {
        return failure instanceof AbortedException
                || causedBy(failure, ClosedByInterruptException.class)
                // This is the message of a virtual thread's socket.
                || message.contains("Closed by interrupt");
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> cause) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .anyMatch(cause::isInstance);
    }
}
