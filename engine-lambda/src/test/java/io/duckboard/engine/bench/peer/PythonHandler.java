package io.duckboard.engine.bench.peer;

import io.duckboard.engine.local.testing.Caller;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** The article's handler in Python behind the same Invoke API, asked by the same client. */
public final class PythonHandler implements Peer {

    private final PythonProcess process;
    private final Caller caller;

    private PythonHandler(PythonProcess process, URI endpoint) {
        this.process = process;
        this.caller = new Caller(endpoint, "unread", "unread");
    }

    public static PythonHandler start(Tools tools, Map<String, String> environment) throws IOException {
        PythonProcess process = PythonProcess.start(tools, "bench-handler.py", environment);
        return new PythonHandler(process, URI.create("http://127.0.0.1:" + process.line()));
    }

    @Override
    public Answered ask(String sql, int limit) throws IOException {
        return RoundTrip.of(caller, "handler", JSON.std.asString(Map.of("q", sql, "limit", limit)));
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        caller.close();
        process.close();
    }
}
