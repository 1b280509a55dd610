package io.duckboard.api;

import io.duckboard.api.schema.AnswerBody;
import io.duckboard.api.schema.ProblemBody;
import io.duckboard.api.schema.QueryBody;
import io.duckboard.http.HttpProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the document says of asking. */
@Operation(
        operationId = "query",
        summary = "Ask the lake in SQL",
        description = "The header Accept says how the answer comes: application/json as the engine gives it, cut at"
                + " the limit or at 6 MB; application/x-ndjson, text/csv or application/vnd.apache.parquet whole,"
                + " whatever its size. A client that closes the connection cancels its query.",
        parameters = {
            @Parameter(
                    name = "limit",
                    in = ParameterIn.QUERY,
                    description = "Rows at most, where the body is SQL alone.",
                    schema = @Schema(type = "integer", minimum = "0")),
            @Parameter(
                    name = "timeoutMs",
                    in = ParameterIn.QUERY,
                    description = "Milliseconds allowed, where the body is SQL alone.",
                    schema = @Schema(type = "integer", minimum = "1")),
            @Parameter(
                    name = "queryId",
                    in = ParameterIn.QUERY,
                    description = "A UUID by which it can be cancelled, where the body is SQL alone.",
                    schema = @Schema(type = "string", format = "uuid"))
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = QueryBody.class)),
                            @Content(
                                    mediaType = "application/sql",
                                    schema = @Schema(type = "string", example = "SELECT 1 AS one")),
                            @Content(
                                    mediaType = "text/plain",
                                    schema = @Schema(type = "string", example = "SELECT 1 AS one"))
                        }))
@ApiResponse(
        responseCode = "200",
        description = "The answer.",
        headers = {
            @Header(
                    name = QueryEndpoint.QUERY,
                    description = "The query's id.",
                    schema = @Schema(type = "string", format = "uuid")),
            @Header(
                    name = QueryEndpoint.TRUNCATED,
                    description = "Where an answer in JSON was cut: at the limit, or at the most that it may take.",
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"limit", "size"}))
        },
        content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = AnswerBody.class)),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
            @Content(mediaType = AnswerKind.TEXT_CSV, schema = @Schema(type = "string")),
            @Content(mediaType = AnswerKind.APACHE_PARQUET, schema = @Schema(type = "string", format = "binary"))
        })
@ApiResponse(
        responseCode = "408",
        description = "The body took too long to arrive.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "409",
        description = "The query was cancelled.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "413",
        description = "The body, or the whole answer, is too large.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "415",
        description = "A body of this Content-Type is not read.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "422",
        description = "The query takes more memory than there is.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "504",
        description = "The query took too long.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@Problems
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface QueryOperation {}
