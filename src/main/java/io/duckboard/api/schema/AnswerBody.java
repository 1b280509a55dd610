package io.duckboard.api.schema;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** An answer in JSON. */
@Schema(name = "Answer")
public record AnswerBody(
        @Schema(
                description = "Columns, number of rows, whether it was cut, time and price.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Map<String, Object> metadata,

        @Schema(description = "The rows, as \"records\" or as \"rows\".", requiredMode = Schema.RequiredMode.REQUIRED)
        Map<String, Object> data) {}
