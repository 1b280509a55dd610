package io.duckboard.api;

import io.duckboard.client.CallFailure;
import io.duckboard.client.CancelOutcome;
import io.duckboard.client.ExportOutcome;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.http.HttpProblem;
import io.duckboard.security.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks the lake, and cancels what was asked. */
@RestController
final class QueryEndpoint {

    static final String QUERY = "X-Duckboard-Query";

    static final String TRUNCATED = "X-Duckboard-Truncated";

    private final QueryService queries;

    QueryEndpoint(QueryService queries) {
        this.queries = queries;
    }

    @QueryOperation
    @PostMapping(
            path = "/api/query",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/sql", MediaType.TEXT_PLAIN_VALUE},
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.APPLICATION_NDJSON_VALUE,
                AnswerKind.TEXT_CSV,
                AnswerKind.APACHE_PARQUET
            })
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Programs.check(Place.API_QUERY);
        QueryRequest asked = QueryRequest.of(request);
        Request.Query query = asked.query();
        UUID id = query.queryId().orElseThrow();
        response.setHeader(QUERY, id.toString());
        response.setHeader("Cache-Control", "no-store");
        var waiting = new Waiting(queries, request);
        Optional<Export> export = asked.export();
        if (export.isEmpty()) {
            write(
                    waiting.<RowsOutcome>outcome(id, listener -> queries.ask(Place.API_QUERY, query, listener)),
                    query.format(),
                    response);
        } else {
            write(
                    waiting.<ExportOutcome>outcome(id, listener -> queries.export(query, export.get(), listener)),
                    AnswerKind.of(export.get()),
                    response);
        }
    }

    private static void write(RowsOutcome outcome, RowFormat format, HttpServletResponse response) throws IOException {
        switch (outcome) {
            case QueryOutcome.Answered(Answer.Rows answer, var _, var _) -> {
                Truncation truncated = answer.metadata().truncated();
                if (truncated != Truncation.NONE) {
                    response.setHeader(TRUNCATED, truncated.name().toLowerCase(Locale.ROOT));
                }
                response.setContentType(AnswerKind.JSON.contentType());
                RowsJson.write(answer, format, response.getOutputStream());
            }
            case CallFailure failure -> Statuses.write(failure, response);
        }
    }

    /** The file's size is known, so a client knows whether it has all of it. */
    private void write(ExportOutcome outcome, AnswerKind kind, HttpServletResponse response) throws IOException {
        switch (outcome) {
            case QueryOutcome.Exported(Answer.Exported answer, var _) -> {
                try (InputStream file = queries.open(answer.file())) {
                    response.setContentType(kind.contentType());
                    response.setContentLengthLong(answer.file().bytes());
                    file.transferTo(response.getOutputStream());
                }
            }
            case CallFailure failure -> Statuses.write(failure, response);
        }
    }

    @CancelOperation
    @PostMapping(path = "/api/query/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    void cancel(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
        Programs.check(Place.API_CANCEL);
        UUID query = id(id).filter(queries::isUnderWay)
                .orElseThrow(() -> new ApiException(
                        404,
                        ErrorCode.INVALID_REQUEST,
                        "No query of yours with this id is under way.",
                        "It may have ended. Its id is in the header " + QUERY + ", or what you sent as queryId."));
        switch (queries.cancel(query).join()) {
            case CancelOutcome.Accepted() -> {
                response.setContentType(AnswerKind.JSON.contentType());
                response.getOutputStream().write(AnswerJson.cancelAccepted());
            }
            case CancelOutcome.NotSent(var failure) ->
                new HttpProblem(502, Problem.of(ErrorCode.LAKE_UNAVAILABLE, failure)).write(response);
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
