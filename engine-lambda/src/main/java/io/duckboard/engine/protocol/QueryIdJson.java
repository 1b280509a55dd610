package io.duckboard.engine.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The name of a query in JSON. It names files, so it has to be exactly what UUID.toString writes. */
final class QueryIdJson {

    private static final int LENGTH = 36;

    private QueryIdJson() {}

    /** @param member where it stands in the request, for the message */
    static UUID read(@Nullable Object id, String member) throws InvalidRequestException {
        if (id instanceof String text && text.length() == LENGTH) {
            try {
                UUID uuid = UUID.fromString(text);
                if (uuid.toString().equals(text)) {
                    return uuid;
                }
            } catch (IllegalArgumentException e) {
                throw new InvalidRequestException(member + " is to be a UUID.");
            }
        }
        throw new InvalidRequestException(member + " is to be a UUID.");
    }
}
