package io.duckboard.api;

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

/** What the document says of a table. */
@Operation(operationId = "table", summary = "Tell the columns of a table")
@ApiResponse(
        responseCode = "200",
        description = "The table.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = TableDetail.class)))
@ApiResponse(
        responseCode = "404",
        description = "The lake has no such table.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@Problems
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface TableOperation {}
