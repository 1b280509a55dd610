package io.duckboard.engine.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.duckboard.engine.lake.FolderResults;
import io.duckboard.engine.lake.LinkSignature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves whole answers in a folder to anyone who has a link, as S3 does for a presigned URL. */
final class ResultDownloads implements HttpHandler {

    static final String PATH = "/results/";

    /** Exactly the characters of generated links, so that no path can lead to another folder. */
    private static final Pattern LINK =
            Pattern.compile(PATH + "(?<file>[0-9a-f-]{36}\\.(?<type>parquet|csv|jsonl))\\?expires=(?<expires>\\d{1,12})"
                    + "&signature=(?<signature>[0-9a-f]{64})");

    private static final Map<String, String> TYPES = Map.of(
            "parquet",
            "application/vnd.apache.parquet",
            "csv",
            "text/csv; charset=utf-8",
            "jsonl",
            "application/jsonl");

    private final ServedHosts hosts;
    private final Path folder;
    private final LinkSignature signature;
    private final Clock clock;

    ResultDownloads(String boundHost, ServedResults results, Clock clock) throws UnknownHostException {
        this.hosts = new ServedHosts(boundHost);
        this.folder = FolderResults.folder(results.workspace());
        this.signature = results.signature();
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!hosts.serve(exchange.getRequestHeaders().getFirst("Host"))) {
                refuse(exchange, 403, "This host name is not served here.");
                return;
            }
            if (!exchange.getRequestMethod().equals("GET")) {
                refuse(exchange, 405, "A result can only be fetched: send a GET.");
                return;
            }
            URI uri = exchange.getRequestURI();
            Matcher link = LINK.matcher(uri.getRawPath() + "?" + uri.getRawQuery());
            if (!link.matches() || !isValid(link)) {
                refuse(exchange, 403, "This link is not valid, or no longer. Ask the query again.");
                return;
            }
            send(exchange, link.group("file"), link.group("type"));
        }
    }

    private boolean isValid(Matcher link) {
        long expires = Long.parseLong(link.group("expires"));
        return signature.isOf(link.group("file"), expires, link.group("signature"))
                && clock.instant().getEpochSecond() < expires;
    }

    private void send(HttpExchange exchange, String file, String type) throws IOException {
        try (InputStream result = Files.newInputStream(folder.resolve(file))) {
            long bytes = Files.size(folder.resolve(file));
            exchange.getResponseHeaders().set("Content-Type", TYPES.get(type));
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"" + file + "\"");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Cache-Control", "private, no-store");
            exchange.sendResponseHeaders(200, bytes == 0 ? -1 : bytes);
            try (OutputStream out = exchange.getResponseBody()) {
                result.transferTo(out);
            }
        } catch (NoSuchFileException e) {
            refuse(exchange, 404, "The result has expired. Ask the query again.");
        }
    }

    private static void refuse(HttpExchange exchange, int status, String reason) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        HttpEndpoint.respond(exchange, status, reason.getBytes(StandardCharsets.UTF_8));
    }
}
