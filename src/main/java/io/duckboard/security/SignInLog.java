package io.duckboard.security;

import io.duckboard.engine.failure.Failure;
import java.util.Optional;

/** Takes note of who signs in and out. */
public interface SignInLog {

    /** Returns why nothing more can be noted, so that nobody is let in; empty if all is well. */
    Optional<Failure> objection();

    void add(SignInEvent event);
}
