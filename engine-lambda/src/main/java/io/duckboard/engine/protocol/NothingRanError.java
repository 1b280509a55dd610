package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * What a process says that earlier calls have worn out, before anything of the next has run: it ends, and whoever called
 * may call again. An error of the virtual machine, since AWS's runtime client ends the process after no other.
 */
public final class NothingRanError extends VirtualMachineError {

    private static final long serialVersionUID = 1L;

    private static final String MESSAGE = "Earlier calls have worn this process out; nothing of this one has run.";

    public NothingRanError() {
        super(MESSAGE);
    }

    /** @param cause why the process could not be mended */
    public NothingRanError(Throwable cause) {
        super(MESSAGE, cause);
    }

    /** @param functionError what Lambda puts in the place of an answer, as UTF-8 */
    public static boolean isIn(byte[] functionError) {
        String text = new String(functionError, StandardCharsets.UTF_8);
        try {
            JsonObject error = JsonObject.of(JSON.std.anyFrom(text));
            return NothingRanError.class.getName().equals(error.get("errorType"))
                    && MESSAGE.equals(error.get("errorMessage"));
        } catch (JacksonException | IllegalArgumentException e) {
            // Lambda's own words, where the process told nothing.
            return false;
        }
    }
}
