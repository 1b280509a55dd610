package io.duckboard.api;

import io.duckboard.api.schema.CancelBody;
import io.duckboard.api.schema.ProblemBody;
import io.duckboard.http.HttpProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the document says of cancelling. */
@Operation(operationId = "cancel", summary = "Cancel a query of one's own")
@ApiResponse(
        responseCode = "200",
        description = "The cancel is on its way; the query's own answer tells whether it came in time.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = CancelBody.class)))
@ApiResponse(
        responseCode = "404",
        description = "No query of the caller's has this id.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@Problems
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface CancelOperation {}
