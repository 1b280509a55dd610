package io.duckboard.lake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Files as people name them: paths, patterns of paths, and addresses, which are downloaded. */
final class TableSources {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalDuckDb duckdb;

    TableSources(LocalDuckDb duckdb) {
        this.duckdb = duckdb;
    }

    /** @throws LakeFailure if one is not there, or is not said by its name to be Parquet, CSV or JSON */
    List<TableSource> find(List<String> names) {
        var sources = new ArrayList<TableSource>();
        for (String name : names) {
            if (name.matches("(?i)https?://.*")) {
                sources.add(download(name, sources.size()));
            } else if (name.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
                throw new LakeFailure(
                        name + " is no address that can be read here.", "Name files, or http and https addresses.");
            } else {
                local(name)
                        .forEach(file -> sources.add(new TableSource(file.toString(), file, reader(file.toString()))));
            }
        }
        return sources;
    }

    private List<Path> local(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return List.of(file);
            }
            if (Files.isDirectory(file)) {
                throw new LakeFailure(name + " is a folder.", "Name its files: '" + name + "/*.parquet'.");
            }
        } catch (InvalidPathException e) {
            throw missing(name);
        }
        List<Path> found = name.matches(".*[*?\\[].*") ? duckdb.glob(name) : List.of();
        if (found.isEmpty()) {
            throw missing(name);
        }
        return found;
    }

    private TableSource download(String name, int number) {
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build()) {
            URI address = URI.create(name);
            String last = String.valueOf(address.getPath()).replaceFirst(".*/", "");
            Reader reader = reader(last);
            Path file = duckdb.scratch(number + "-" + last.replaceAll("[^\\w.-]", "_"));
            HttpResponse<Path> answer = http.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                throw new LakeFailure(
                        name + " cannot be downloaded: the server answered " + answer.statusCode() + ".",
                        "Check the address.");
            }
            return new TableSource(name, file, reader);
        } catch (IllegalArgumentException e) {
            throw new LakeFailure(name + " is no address.", "Check it.", e);
        } catch (IOException e) {
            throw new LakeFailure(name + " cannot be downloaded whole.", "Check the network, and run it again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LakeFailure("The download was interrupted.", "Run it again: nothing was published.", e);
        }
    }

    private static Reader reader(String name) {
        return Reader.named(name)
                .orElseThrow(() -> new LakeFailure(
                        name + " does not say by its name what it is.",
                        "Let it end in .parquet, .csv, .tsv, .json or .jsonl; .gz may follow."));
    }

    private static LakeFailure missing(String name) {
        return new LakeFailure("There is no file " + name + ".", "Check its path.");
    }
}
