package io.duckboard.engine.protocol;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Distinguishes the callers of an engine, so that they can take turns. It is sent in the Invoke API's own header
 * X-Amz-Client-Context, whose {@code custom} map is intended for such things, and is not part of the request's JSON.
 *
 * @param id up to 64 letters, digits, hyphens and underscores; does not identify a person
 */
public record CallerId(String id) {

    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

    /**
     * All callers without an id count as one caller. If each call without one were a separate caller, leaving the id
     * out would be a way to get every worker.
     */
    public static final CallerId UNNAMED = new CallerId("unnamed");

    private static final String CUSTOM = "custom";
    private static final String KEY = "duckboard_caller";
    private static final int RANDOM_BYTES = 16;

    /**
     * AWS's limit for the <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">header</a>, in bytes.
     */
    private static final int LONGEST_CONTEXT = 3_583;

    public CallerId {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A caller's id is up to 64 letters, digits, hyphens and underscores.");
        }
    }

    public static CallerId random() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return new CallerId(HexFormat.of().formatHex(random));
    }

    /** The value from X-Amz-Client-Context; {@link #UNNAMED} if it is not a caller's id. */
    public static CallerId in(@Nullable String clientContext) {
        if (clientContext == null || clientContext.length() > LONGEST_CONTEXT) {
            return UNNAMED;
        }
        try {
            byte[] json = Base64.getDecoder().decode(clientContext);
            return JSON.std.anyFrom(json) instanceof Map<?, ?> context
                            && context.get(CUSTOM) instanceof Map<?, ?> custom
                            && custom.get(KEY) instanceof String id
                    ? new CallerId(id)
                    : UNNAMED;
        } catch (JacksonException | IllegalArgumentException e) {
            return UNNAMED;
        }
    }

    /** The value of X-Amz-Client-Context. */
    public String clientContext() {
        byte[] json = ("{\"" + CUSTOM + "\":{\"" + KEY + "\":\"" + id + "\"}}").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(json);
    }

    /** Leaves out the id: readers of a log do not need it, and could send requests in the caller's name. */
    @Override
    public String toString() {
        return "CallerId[…]";
    }
}
