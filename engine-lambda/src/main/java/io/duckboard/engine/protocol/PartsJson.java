package io.duckboard.engine.protocol;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole answers that a query reads as its table {@code parts}: {@code "parts": [queryId, …]}. */
final class PartsJson {

    private static final String EXPECTED =
            "\"parts\" is to be a list of 1 to " + Request.Query.MAX_PARTS + " ids of queries, no two alike.";

    private PartsJson() {}

    static List<UUID> read(@Nullable Object parts) throws InvalidRequestException {
        if (parts == null) {
            return List.of();
        }
        if (!(parts instanceof Collection<?> ids) || ids.isEmpty() || ids.size() > Request.Query.MAX_PARTS) {
            throw new InvalidRequestException(EXPECTED);
        }
        var read = new LinkedHashSet<UUID>();
        for (Object id : ids) {
            // A part that counted twice would spoil a sum in silence.
            if (!read.add(QueryIdJson.read(id, "Each of \"parts\""))) {
                throw new InvalidRequestException(EXPECTED);
            }
        }
        return List.copyOf(read);
    }

    static void write(List<UUID> parts, Map<String, @Nullable Object> members) {
        if (!parts.isEmpty()) {
            members.put("parts", parts.stream().map(UUID::toString).toList());
        }
    }
}
