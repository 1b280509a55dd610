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

/** Both handlers in one process, so that one cache has what the workers of either function load. */
final class LearningHandler implements RequestStreamHandler {

    private final RequestStreamHandler query = new QueryHandler();
    private final RequestStreamHandler transform = new TransformHandler();

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        byte[] request = event.readAllBytes();
        boolean isQuery = new String(request, StandardCharsets.UTF_8).startsWith("{\"q\"");
        (isQuery ? query : transform).handleRequest(new ByteArrayInputStream(request), answer, context);
    }
}
