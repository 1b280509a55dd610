package io.duckboard.api;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.datapage.ColumnEntry;
import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tells what is in the lake. */
@RestController
final class TablesEndpoint {

    private final QueryService queries;

    TablesEndpoint(QueryService queries) {
        this.queries = queries;
    }

    @TablesOperation
    @GetMapping(path = "/api/tables", produces = MediaType.APPLICATION_JSON_VALUE)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Programs.check(Place.API_TABLES);
        answered(request, response, TableEntry.query(), TableEntry::of)
                .ifPresent(tables -> write(
                        new TableList(tables.stream().map(TableSummary::of).toList()), response));
    }

    /** @param name with slashes, too, written as they are or encoded */
    @TableOperation
    @GetMapping(path = "/api/tables/{*name}", produces = MediaType.APPLICATION_JSON_VALUE)
    void table(@PathVariable("name") String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Programs.check(Place.API_TABLE);
        Optional<List<TableEntry>> tables = answered(request, response, TableEntry.query(), TableEntry::of);
        if (tables.isEmpty()) {
            return;
        }
        TableEntry table = tables.get().stream()
                .filter(one -> one.name().equalsIgnoreCase(name.substring(1)))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        404,
                        ErrorCode.UNKNOWN_NAME,
                        "The lake has no table of this name.",
                        "/api/tables lists those that it has."));
        answered(request, response, ColumnEntry.query(table.name()), ColumnEntry::of)
                .ifPresent(columns -> write(
                        new TableDetail(
                                TableSummary.of(table),
                                columns.stream().map(TableDetail.Column::of).toList()),
                        response));
    }

    /** Returns nothing where the response has said what went wrong. */
    private <T> Optional<T> answered(
            HttpServletRequest request,
            HttpServletResponse response,
            Request.Query question,
            Function<Answer.Rows, T> reading)
            throws IOException {
        UUID id = UUID.randomUUID();
        RowsOutcome outcome = new Waiting(queries, request)
                .outcome(id, listener -> queries.ask(Place.API_TABLES, question.queryId(id), listener));
        return switch (outcome) {
            case QueryOutcome.Answered(Answer.Rows answer, var _, var _) -> Optional.of(reading.apply(answer));
            case CallFailure failure -> {
                Statuses.write(failure, response);
                yield Optional.empty();
            }
        };
    }

    private static void write(Object answer, HttpServletResponse response) {
        byte[] json = JsonMapper.shared().writeValueAsBytes(answer);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getOutputStream().write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
