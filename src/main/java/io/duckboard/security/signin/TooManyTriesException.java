package io.duckboard.security.signin;

import org.springframework.security.core.AuthenticationException;

/** Somebody has tried too many passwords, and has to wait. */
final class TooManyTriesException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyTriesException() {
        super("too many tries");
    }
}
