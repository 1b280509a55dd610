package io.duckboard.api;

import io.duckboard.api.schema.ProblemBody;
import io.duckboard.http.HttpProblem;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What each endpoint may answer besides what was asked for. */
@ApiResponse(
        responseCode = "400",
        description = "The request or its SQL is wrong.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "401",
        description = "There is no token that is valid.",
        headers = @Header(name = "WWW-Authenticate", schema = @Schema(type = "string")),
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "403",
        description = "The token's role, or the guard, does not allow it.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "406",
        description = "The answer cannot be given as what Accept says.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "429",
        description = "A limit is reached; Retry-After says when it is free again.",
        headers = @Header(name = "Retry-After", schema = @Schema(type = "integer")),
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "500",
        description = "Nobody foresaw it.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "502",
        description = "The lake cannot be read, or no engine answers.",
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
        responseCode = "503",
        description = "The engine is busy.",
        headers = @Header(name = "Retry-After", schema = @Schema(type = "integer")),
        content = @Content(mediaType = HttpProblem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Problems {}
