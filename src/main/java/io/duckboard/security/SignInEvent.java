package io.duckboard.security;

import java.util.Optional;

/** Somebody has signed in or out, was not let in, or may be let in from now on. */
public sealed interface SignInEvent {

    /** @param address from where, as the server or the proxy that it believes states it */
    record Entered(Person person, String address) implements SignInEvent {}

    /**
     * @param name of somebody who is known; what else people type there may be a password
     * @param reason a sentence
     */
    record Refused(Optional<String> name, String address, String reason) implements SignInEvent {}

    /**
     * @param address from where the person had signed in
     * @param reason a sentence
     */
    record Left(Person person, String address, String reason) implements SignInEvent {}

    /**
     * Others may sign in than before.
     *
     * @param change a sentence
     */
    record PeopleChanged(String change) implements SignInEvent {}
}
