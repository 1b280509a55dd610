package io.duckboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the document says of the list of tables. */
@Operation(operationId = "tables", summary = "List the lake's tables")
@ApiResponse(
        responseCode = "200",
        description = "The tables.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = TableList.class)))
@Problems
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface TablesOperation {}
