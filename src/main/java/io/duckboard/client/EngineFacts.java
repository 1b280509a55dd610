package io.duckboard.client;

import io.duckboard.engine.local.Workers;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the app knows of its engine without asking it.
 *
 * @param region of AWS; empty if it is not there
 * @param memoryMegabytes of a function; empty if only its answers could tell
 * @param workers of an engine in this process
 */
public record EngineFacts(
        String description, Where where, String region, OptionalInt memoryMegabytes, Optional<Workers> workers) {

    /** Where the engine runs, and so who pays for it. */
    public enum Where {
        HERE,
        ON_AWS
    }

    /** An engine on this machine of which nothing else is known. */
    static EngineFacts of(String description) {
        return new EngineFacts(description, Where.HERE, "", OptionalInt.empty(), Optional.empty());
    }
}
