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
 * Tells one caller of an engine from another, so that they can take turns. It travels in the Invoke API's own header
 * X-Amz-Client-Context, whose {@code custom} map is for such things, and is no part of the request's JSON.
 *
 * @param id up to 64 letters, digits, hyphens and underscores; says nothing of who somebody is
 */
public record CallerId(String id) {

    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

    /**
     * All who tell no id are one caller: were each call a caller of its own, leaving the id away would be the way to have
     * every worker.
     */
    public static final CallerId UNNAMED = new CallerId("unnamed");

    private static final String CUSTOM = "custom";
    private static final String KEY = "duckboard_caller";
    private static final int RANDOM_BYTES = 16;

    /** AWS's limit of the <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">header</a>, in bytes. */
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

    /** What X-Amz-Client-Context says; {@link #UNNAMED} if that is no caller's id. */
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

    /** Without the id: who reads a log has no use for it, and could ask in its name. */
    @Override
    public String toString() {
        return "CallerId[…]";
    }
}
