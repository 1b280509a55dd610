package io.duckboard.engine.bench.growth;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.testing.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lakes of one month's file under many names, in folders and in an S3 server's buckets. The names are links, so a hundred
 * months take the room of one.
 */
final class Months {

    private final Path folders;
    private final Path objects;
    private final S3Server server;
    private final Catalog.Table trips;
    private final Path file;
    private final String etag;

    /**
     * @param lake a lake of one month in a folder
     * @param folders an empty folder for the lakes that are made of it
     * @param objects the folder that keeps the server's objects
     */
    Months(Path lake, Path folders, Path objects, S3Server server) throws IOException {
        this.folders = folders;
        this.objects = objects;
        this.server = server;
        trips = CatalogJson.read(Files.readAllBytes(lake.resolve(Catalog.FILE)))
                .table("trips")
                .orElseThrow();
        file = lake.resolve(trips.files().getFirst().path());
        server.make("month");
        server.put("month/trips.parquet", Files.readAllBytes(file));
        etag = server.versions("month")
                .values()
                .iterator()
                .next()
                .split(" ", 2)[0]
                .replace("\"", "");
    }

    /** @return the lake's folder */
    Path folder(int months) throws IOException {
        Path folder = folders.resolve(Integer.toString(months));
        link(file, folder, months);
        String version = Files.getLastModifiedTime(file).toString();
        Files.write(folder.resolve(Catalog.FILE), catalog(months, version));
        return folder;
    }

    /** @return the lake's bucket */
    String bucket(int months) throws IOException {
        String bucket = "months-" + months;
        server.make(bucket);
        link(objects.resolve("month/trips.parquet"), objects.resolve(bucket), months);
        server.put(bucket + "/" + Catalog.FILE, catalog(months, etag));
        return bucket;
    }

    /** What DuckDB reads in place of the table. */
    static String parquet(String lake, int months) {
        List<String> files = paths(months).stream()
                .map(path -> "'" + lake + "/" + path + "'")
                .toList();
        return "read_parquet([" + String.join(", ", files) + "])";
    }

    private byte[] catalog(int months, String version) throws IOException {
        long bytes = Files.size(file);
        return CatalogJson.write(new Catalog(List.of(new Catalog.Table(
                trips.name(),
                trips.kind(),
                paths(months).stream()
                        .map(path -> new Catalog.File(path, bytes, version).asWritten())
                        .toList(),
                trips.partitionColumns(),
                trips.columns(),
                trips.rows() * months,
                trips.builtAt(),
                trips.builtFrom()))));
    }

    private static void link(Path file, Path root, int months) throws IOException {
        for (String path : paths(months)) {
            Path link = root.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createLink(link, file);
        }
    }

    private static List<String> paths(int months) {
        return IntStream.range(0, months)
                .mapToObj(number -> "dataset/trips/part-%03d.parquet".formatted(number))
                .toList();
    }

    long rows(int months) {
        return trips.rows() * months;
    }
}
