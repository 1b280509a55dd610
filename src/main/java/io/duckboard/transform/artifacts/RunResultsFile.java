package io.duckboard.transform.artifacts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The members of {@code run_results.json} that are read, unchanged. Other members are ignored. */
record RunResultsFile(
        @JsonProperty(required = true) Metadata metadata,
        @JsonProperty(required = true) double elapsedTime,
        Optional<Args> args,
        @JsonProperty(required = true) List<Result> results) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    record Metadata(@JsonProperty(required = true) Instant generatedAt, Optional<Instant> invocationStartedAt) {}

    /** The arguments, whose content dbt leaves open; all but the first are Duckboard's. */
    record Args(
            Optional<String> which, Optional<String> end, Optional<List<String>> notes, Optional<EndProblem> problem) {

        static final Args NONE = new Args(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    record EndProblem(
            Optional<String> code,
            @JsonProperty(required = true) String message,
            Optional<String> hint) {}

    record Result(
            @JsonProperty(required = true) String uniqueId,
            @JsonProperty(required = true) String status,
            @JsonProperty(required = true) double executionTime,
            OptionalLong failures,
            Optional<String> message,
            Optional<AdapterResponse> adapterResponse) {}

    /** The response, whose content dbt leaves to the adapter. */
    record AdapterResponse(OptionalLong rowsAffected, Optional<String> resultsFile) {

        static final AdapterResponse NONE = new AdapterResponse(OptionalLong.empty(), Optional.empty());
    }

    /**
     * Reads the file; empty if it contains null.
     *
     * @throws JacksonException if the file does not have this structure
     */
    static Optional<RunResultsFile> of(byte[] json) {
        return Optional.ofNullable(JSON.readValue(json, RunResultsFile.class));
    }
}
