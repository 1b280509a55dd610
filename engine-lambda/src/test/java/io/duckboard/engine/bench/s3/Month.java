package io.duckboard.engine.bench.s3;

import io.duckboard.engine.bench.network.SlowNetwork;
import io.duckboard.engine.bench.peer.Tools;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.testing.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A month of trips on the S3 server: as Duckboard writes it, and as the article's Python project does. */
final class Month implements AutoCloseable {

    private static final String LAKE = "lake";
    private static final String ARTICLE = "article";
    private static final long ROWS = 7_433_139;

    private final Tools tools;
    private final S3Server server;

    /** @param folder keeps the objects for later runs */
    Month(Tools tools, Path folder) throws Exception {
        this.tools = tools;
        Path objects = Files.createDirectories(folder.resolve("objects"));
        server = S3Server.keptIn(objects);
        if (!Files.exists(folder.resolve("made"))) {
            System.out.println("Making a lake of " + ROWS + " trips …");
            make(folder);
            Files.createFile(folder.resolve("made"));
        }
    }

    SlowNetwork network() throws IOException {
        return new SlowNetwork(server.port());
    }

    Map<String, String> environment(SlowNetwork network) {
        var environment = new HashMap<>(S3Server.environment(network.endpoint()));
        environment.put("DUCKBOARD_LAKE", "s3://" + LAKE);
        environment.put("DUCKBOARD_HTTPFS", tools.httpfs().toString());
        return environment;
    }

    /** The question with the very files that the catalog names in the place of a table. */
    String inLake(Question question) {
        Catalog catalog = CatalogJson.read(server.get(LAKE + "/" + Catalog.FILE));
        String sql = question.sql();
        for (Catalog.Table table : catalog.tables()) {
            List<String> files = table.files().stream().map(Catalog.File::path).toList();
            sql = replace(
                    sql,
                    table.name(),
                    parquet(LAKE, files, !table.partitionColumns().isEmpty()));
        }
        return sql;
    }

    /** The question as the article's project asks it. */
    String inArticle(Question question) {
        List<String> days = question == Question.COUNT_OF_LISTED_DAYS
                ? server.keys(ARTICLE, "partitioned/")
                : List.of("partitioned/*/*.parquet");
        String sql = replace(question.sql(), "trips_by_day", parquet(ARTICLE, days, true));
        sql = replace(sql, "top_pickup_locations", parquet(ARTICLE, List.of("dashboard/my_view.parquet"), false));
        return replace(sql, "trips", parquet(ARTICLE, List.of("dataset/taxi_2019_04.parquet"), false));
    }

    private static String replace(String sql, String table, String files) {
        return sql.replaceAll("FROM " + table + "\\b", "FROM " + files);
    }

    private static String parquet(String bucket, List<String> files, boolean hive) {
        String listed = files.stream()
                .map(file -> "'s3://" + bucket + "/" + file + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        return "read_parquet(" + listed + ", hive_partitioning = " + hive + ")";
    }

    private void make(Path folder) throws Exception {
        server.make(LAKE);
        Path home = Files.createTempDirectory("duckboard-home-");
        Path article = Files.createTempDirectory("duckboard-article-");
        try (SlowNetwork network = network()) {
            var environment = new HashMap<>(environment(network));
            environment.put("DUCKBOARD_HOME", home.toString());
            tools.duckboard(
                    environment,
                    "lake",
                    "populate",
                    "synthetic",
                    "--rows",
                    Long.toString(ROWS),
                    "--seed",
                    "1",
                    "--raise-format");
            Path trips = folder.resolve("objects").resolve(LAKE).resolve("dataset/taxi_2019_04.parquet");
            tools.python("bench-s3-article.py", trips.toString(), article.toString());
            server.upload(article, ARTICLE);
        } finally {
            delete(home);
            delete(article);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
