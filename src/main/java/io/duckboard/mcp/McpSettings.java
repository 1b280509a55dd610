package io.duckboard.mcp;

import io.duckboard.engine.failure.FailureException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param askGb GB of files that an agent's query may read without having a person asked */
@ConfigurationProperties("duckboard.mcp")
public record McpSettings(
        @DefaultValue(McpSettings.USUAL_GB) double askGb) {

    /** A fifth of a cent of Lambda's time, and some seconds. */
    static final String USUAL_GB = "10";

    /** The variable that says it. */
    private static final String VARIABLE = "DUCKBOARD_MCP_ASK_GB";

    public McpSettings {
        if (!(askGb >= 0)) {
            throw new FailureException(
                    VARIABLE + " is no number of GB: " + askGb + ".", "Set it to 0 or more, or unset it.");
        }
    }

    /** @throws FailureException if the text is no number of GB */
    public static McpSettings of(String text) {
        try {
            return new McpSettings(Double.parseDouble(text.isBlank() ? USUAL_GB : text));
        } catch (NumberFormatException e) {
            throw new FailureException(
                    VARIABLE + " is no number of GB: " + text + ".", "Set it to 0 or more, or unset it.", e);
        }
    }
}
