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
import io.duckboard.engine.lake.FolderLake;
import io.duckboard.engine.lake.FolderResults;
import io.duckboard.engine.lake.Lake;
import io.duckboard.engine.lake.LakeWithWorkspace;
import io.duckboard.engine.lake.LinkSignature;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.lake.QueryRoom;
import io.duckboard.engine.lake.ResultBounds;
import io.duckboard.engine.lake.ResultStore;
import io.duckboard.engine.lake.S3Credentials;
import io.duckboard.engine.lake.S3Lake;
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
 * The settings of an engine, read from its environment.
 *
 * @param workspace the place it writes to; the lake itself if it can be written
 * @param memoryMegabytes the function's whole memory
 * @param spillMegabytes the most that a query may spill into the temporary directory
 * @param bounds the limits for whole answers
 * @param store how to reach S3, if the lake is there
 * @param links signs links to results in a folder, if something serves them
 * @param rise whether a publish may raise the catalog's format
 * @param room the folder that its DuckDB may write to, if the workspace is a folder
 * @param discovered where on this machine the tables of a lake without a catalog are remembered, if they are
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
        Optional<QueryRoom> room,
        Optional<Path> discovered) {

    /** Names the folder of {@link #discovered}; LocalLambda sets it. */
    static final String DISCOVERED = "DUCKBOARD_DISCOVERED";

    /** Lambda allows as much as the size of its /tmp, and 512 MB is the smallest size a function can have. */
    static final int SPILL_MEGABYTES = 400;

    /** The secret that signs links to results in a folder; LocalLambda serves them. */
    static final String LINK_SECRET = "DUCKBOARD_LINK_SECRET";

    /** @param credentials asked before each query */
    record Store(S3Endpoint endpoint, S3Credentials credentials, Httpfs httpfs) {}

    /** For requests to S3, which usually answers in a tenth of a second. */
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(5);

    EngineSettings {
        if (lake instanceof LakeLocation.Folder && workspace instanceof LakeLocation.Bucket) {
            throw new IllegalArgumentException(
                    "A lake in a folder has its workspace in a folder: DUCKBOARD_WORKSPACE names " + workspace + ".");
        }
        // The private files of one would be data of the other.
        if (!lake.equals(workspace) && (isWithin(lake, workspace) || isWithin(workspace, lake))) {
            throw new IllegalArgumentException("DUCKBOARD_WORKSPACE and DUCKBOARD_LAKE lie one within the other: "
                    + workspace + " and " + lake + ". Name a workspace beside the lake.");
        }
    }

    /** A lake that is its own workspace. Nothing serves links, and the catalog's format may rise. */
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
                room(lake, Map.of()),
                Optional.empty());
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
                room(workspace, environment),
                Optional.ofNullable(environment.get(DISCOVERED)).map(Path::of));
    }

    /** @throws IllegalArgumentException if it is not set, or does not name a lake */
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

    /** @param oldUntil until when markers are also written for functions with the old layout; those run only on AWS */
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

    /** The lake and its workspace. */
    Lake openLake() {
        return LakeWithWorkspace.of(at(lake), at(workspace));
    }

    private Lake at(LakeLocation location) {
        return switch (location) {
            case LakeLocation.Folder folder -> new FolderLake(folder, discovered);
            case LakeLocation.Bucket bucket -> new S3Lake(bucket, s3().endpoint(), s3().credentials(), discovered);
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

    /**
     * 60 % of the function's memory. The rest is for memory that DuckDB does not count, for results and for the JVM.
     */
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
