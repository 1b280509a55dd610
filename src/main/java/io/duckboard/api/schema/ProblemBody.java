package io.duckboard.api.schema;

import io.duckboard.engine.protocol.ErrorCode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What went wrong. */
@Schema(name = "Problem")
public record ProblemBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String type,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int status,

        @Schema(description = "What happened.", requiredMode = Schema.RequiredMode.REQUIRED)
        String detail,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ErrorCode code,

        @Schema(
                description = "What to do about it.",
                types = {"string", "null"})
        @Nullable
        String hint,

        @Schema(
                description = "Where in the SQL, in UTF-16 characters.",
                types = {"integer", "null"})
        @Nullable
        Integer position,

        @Schema(description = "The table that does not exist.") @Nullable
        String table) {}
