package io.duckboard.api.schema;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a cancel is answered. */
@Schema(name = "Cancelled")
public record CancelBody(
        @Schema(allowableValues = "accepted", requiredMode = Schema.RequiredMode.REQUIRED)
        String cancelled) {}
