package io.duckboard.engine.lambda;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.duckdb.Httpfs;
import io.duckboard.engine.lake.CancelMarkers;
import io.duckboard.engine.lake.Disk;
import io.duckboard.engine.lake.FolderCancelMarkers;
import io.duckboard.engine.lake.FolderResults;
import io.duckboard.engine.lake.LinkSignature;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.lake.QueryRoom;
import io.duckboard.engine.lake.ResultBounds;
import io.duckboard.engine.lake.ResultStore;
import io.duckboard.engine.lake.S3Credentials;
import io.duckboard.engine.lake.S3Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What an engine is told by its environment.
 *
 * @param workspace where it writes; the lake itself if it can be written
 * @param memoryMegabytes the function's whole memory
 * @param spillMegabytes what a query may put aside in the temporary directory, at most
 * @param bounds of whole answers
 * @param store how S3 is reached, if the lake lies there
 * @param links how links to results in a folder are signed, where something serves them
 * @param rise whether a publish may raise the catalog's format
 * @param room that its DuckDB may write to, where the workspace is a folder
 */
record EngineSettings(
        LakeLocation lake,
        LakeLocation workspace,
        int memoryMegabytes,
        int spillMegabytes,
        Path temporaryDirectory,
        ResultBounds bounds,
        Optional<Store> store,
        Optional<LinkSignature> links,
        FormatRise rise,
        Optional<QueryRoom> room) {

    /** Lambda allows as much as its /tmp has, and 512 MB is the least that any function has. */
    static final int SPILL_MEGABYTES = 400;

    /** The secret that links to results in a folder are signed with; LocalLambda serves them. */
    static final String LINK_SECRET = "DUCKBOARD_LINK_SECRET";

    /** @param credentials asked before each query */
    record Store(S3Endpoint endpoint, S3Credentials credentials, Httpfs httpfs) {}

    /** For requests to S3, which answers in a tenth of a second. */
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(5);

    EngineSettings {
        if (lake instanceof LakeLocation.Folder && workspace instanceof LakeLocation.Bucket) {
            throw new IllegalArgumentException(
                    "A lake in a folder has its workspace in a folder: DUCKBOARD_WORKSPACE names " + workspace + ".");
        }
        // What is private in one would be data of the other.
        if (!lake.equals(workspace) && (isWithin(lake, workspace) || isWithin(workspace, lake))) {
            throw new IllegalArgumentException("DUCKBOARD_WORKSPACE and DUCKBOARD_LAKE lie one within the other: "
                    + workspace + " and " + lake + ". Name a workspace beside the lake.");
        }
    }

    /** A lake that is its own workspace, where nothing serves links and the catalog's format may rise. */
    EngineSettings(LakeLocation lake, int memoryMegabytes, Path temporaryDirectory, Optional<Store> store) {
        this(
                lake,
                lake,
                memoryMegabytes,
                SPILL_MEGABYTES,
                temporaryDirectory,
                ResultBounds.UNSAID,
                store,
                Optional.empty(),
                FormatRise.ALLOWED,
                room(lake, Map.of()));
    }

    /** @throws IllegalArgumentException with a sentence that says which variable is wrong */
    static EngineSettings from(Map<String, String> environment) {
        LakeLocation location = lake(environment);
        LakeLocation workspace = Optional.ofNullable(environment.get("DUCKBOARD_WORKSPACE"))
                .filter(named -> !named.isBlank())
                .map(LakeLocation::parse)
                .orElse(location);
        return new EngineSettings(
                location,
                workspace,
                Integer.parseInt(environment.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "3008")),
                megabytes("DUCKBOARD_SPILL_MB", environment).orElse(SPILL_MEGABYTES),
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath(),
                new ResultBounds(
                        bytes(megabytes(ResultBounds.EACH, environment)),
                        bytes(megabytes(ResultBounds.KEPT, environment))),
                switch (location) {
                    case LakeLocation.Folder folder -> Optional.empty();
                    case LakeLocation.Bucket bucket -> Optional.of(store(environment));
                },
                Optional.ofNullable(environment.get(LINK_SECRET)).map(LinkSignature::new),
                switch (workspace) {
                    case LakeLocation.Folder folder -> FormatRise.ALLOWED;
                    case LakeLocation.Bucket bucket -> FormatRise.of(environment);
                },
                room(workspace, environment));
    }

    /** @throws IllegalArgumentException if it is not set, or names no lake */
    static LakeLocation lake(Map<String, String> environment) {
        String lake = environment.get("DUCKBOARD_LAKE");
        if (lake == null) {
            throw new IllegalArgumentException("DUCKBOARD_LAKE is not set: a folder or s3://bucket/prefix.");
        }
        return LakeLocation.parse(lake);
    }

    private static Optional<QueryRoom> room(LakeLocation workspace, Map<String, String> environment) {
        return switch (workspace) {
            case LakeLocation.Folder folder -> {
                String name = environment.get(QueryRoom.VARIABLE);
                yield Optional.of(new QueryRoom(
                        folder.path(), name == null ? RandomName.make() : UUID.fromString(name), Clock.systemUTC()));
            }
            case LakeLocation.Bucket bucket -> Optional.empty();
        };
    }

    private static OptionalInt megabytes(String variable, Map<String, String> environment) {
        String megabytes = environment.get(variable);
        if (megabytes == null) {
            return OptionalInt.empty();
        }
        if (!megabytes.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException(
                    variable + " is no number of megabytes: '" + megabytes + "'. Set it to 1 or more, or unset it.");
        }
        return OptionalInt.of(Integer.parseInt(megabytes));
    }

    private static OptionalLong bytes(OptionalInt megabytes) {
        return megabytes.isPresent() ? OptionalLong.of(megabytes.getAsInt() * 1_000_000L) : OptionalLong.empty();
    }

    CancelMarkers cancelMarkers(Clock clock) {
        return switch (workspace) {
            case LakeLocation.Folder folder -> new FolderCancelMarkers(folder, clock);
            case LakeLocation.Bucket bucket -> new S3CancelMarkers(bucket, store.orElseThrow(), temporaryDirectory);
        };
    }

    /** @param oldUntil until when markers are left for functions of the layout before too; those run on AWS alone */
    CancelMarkers cancelMarkers(Clock clock, Optional<Instant> oldUntil) {
        CancelMarkers markers = cancelMarkers(clock);
        return oldUntil.isPresent() && workspace instanceof LakeLocation.Bucket bucket
                ? new MarkersOfBothLayouts(
                        markers,
                        S3CancelMarkers.ofLayoutBefore(bucket, s3(), temporaryDirectory),
                        oldUntil.get(),
                        clock)
                : markers;
    }

    ResultStore results(Clock clock) {
        return switch (workspace) {
            case LakeLocation.Folder folder ->
                new FolderResults(folder, room.orElseThrow(), bounds, Disk.of(folder.path()), links, clock);
            case LakeLocation.Bucket bucket ->
                new S3Results(bucket, s3().endpoint(), s3().credentials(), bounds, temporaryDirectory, clock);
        };
    }

    ModelStore models(Clock clock) {
        Catalog.Place place = lake.equals(workspace) ? Catalog.Place.LAKE : Catalog.Place.WORKSPACE;
        return switch (workspace) {
            case LakeLocation.Folder folder -> ModelStore.in(folder, room.orElseThrow(), place, clock);
            case LakeLocation.Bucket bucket -> ModelStore.on(bucket, s3().endpoint(), s3().credentials(), place, clock);
        };
    }

    private Store s3() {
        return store.orElseThrow();
    }

    /** 60 % of the function's memory; the rest is for what DuckDB does not count, results and the JVM. */
    int databaseMegabytes() {
        return memoryMegabytes * 6 / 10;
    }

    private static boolean isWithin(LakeLocation inner, LakeLocation outer) {
        return (inner + "/").startsWith(outer + "/");
    }

    private static Store store(Map<String, String> environment) {
        return new Store(
                S3Endpoint.from(environment),
                S3Credentials.from(environment),
                new Httpfs(httpfs(environment), HTTP_TIMEOUT));
    }

    /** In the function's package it lies beside DuckDB's own library. */
    private static Path httpfs(Map<String, String> environment) {
        String packaged = environment.getOrDefault("LAMBDA_TASK_ROOT", "") + "/lib/httpfs.duckdb_extension";
        Path extension = Path.of(environment.getOrDefault("DUCKBOARD_HTTPFS", packaged));
        if (!Files.isReadable(extension)) {
            throw new IllegalArgumentException("A lake on S3 needs DuckDB's httpfs, and DUCKBOARD_HTTPFS names no file"
                    + " of it: build/fetch-httpfs host .tools/httpfs gets it.");
        }
        return extension;
    }
}
