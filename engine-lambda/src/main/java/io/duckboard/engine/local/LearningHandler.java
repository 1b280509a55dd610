package io.duckboard.engine.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.lambda.TransformHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;

/** Both handlers in one process, so that one cache has what the workers of either function load. */
final class LearningHandler implements RequestStreamHandler {

    private final RequestStreamHandler query = new QueryHandler();
    private final RequestStreamHandler transform = new TransformHandler();

    LearningHandler() throws SQLException, IOException {
        Optional<String> lake = Optional.ofNullable(System.getenv(EmptyStore.VARIABLE));
        if (lake.isPresent()) {
            read(lake.get());
        }
    }

    /** A lake on S3 has classes of its own. The first class that is not in the cache has a worker open all jars. */
    private static void read(String lake) throws SQLException, IOException {
        var environment = new HashMap<>(System.getenv());
        environment.put("DUCKBOARD_LAKE", lake);
        new QueryHandler(environment, Clock.systemUTC()).close();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        byte[] request = event.readAllBytes();
        boolean isQuery = new String(request, StandardCharsets.UTF_8).startsWith("{\"q\"");
        (isQuery ? query : transform).handleRequest(new ByteArrayInputStream(request), answer, context);
    }
}
