package io.duckboard.api.schema;

import io.swagger.v3.oas.annotations.media.Schema;

/** An answer in JSON. */
@Schema(name = "Answer")
public record AnswerBody(
        @Schema(
                description = "Columns, number of rows, whether it was cut, time and price.",
                type = "object",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Object metadata,

        @Schema(
                description = "The rows, as \"records\" or as \"rows\".",
                type = "object",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Object data) {}
