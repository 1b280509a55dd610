package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * What a process says if earlier calls have worn it out and nothing of the next call has run yet. The process ends,
 * and the caller may call again. This is a VirtualMachineError, because it is the only kind after which AWS's runtime
 * client ends the process.
 */
public final class NothingRanError extends VirtualMachineError {

    private static final long serialVersionUID = 1L;

    private static final String MESSAGE = "Earlier calls have worn this process out; nothing of this one has run.";

    public NothingRanError() {
        super(MESSAGE);
    }

    /** @param cause the reason why the process could not be restored */
    public NothingRanError(Throwable cause) {
        super(MESSAGE, cause);
    }

    /** @param functionError what Lambda returns instead of an answer, as UTF-8 */
    public static boolean isIn(byte[] functionError) {
        String text = new String(functionError, StandardCharsets.UTF_8);
        try {
            JsonObject error = JsonObject.of(JSON.std.anyFrom(text));
            return NothingRanError.class.getName().equals(error.get("errorType"))
                    && MESSAGE.equals(error.get("errorMessage"));
        } catch (JacksonException | IllegalArgumentException e) {
            // Lambda's own words, if the process said nothing.
            return false;
        }
    }
}
