package io.duckboard.engine.bench.peer;

import java.io.IOException;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/**
 * DuckDB alone, in Python, with every cache that it has, over the files of our lake. It takes the time itself, so that
 * nothing but DuckDB is in it.
 */
public final class BareDuckDb implements Peer {

    private final PythonProcess process;

    private BareDuckDb(PythonProcess process) {
        this.process = process;
    }

    public static BareDuckDb start(Tools tools, Map<String, String> environment) throws IOException {
        return new BareDuckDb(PythonProcess.start(tools, "bench-bare.py", environment));
    }

    @Override
    public Answered ask(String sql, int limit) throws IOException {
        process.tell(JSON.std.asString(Map.of("q", sql, "limit", limit)));
        return new Answered(Double.parseDouble(process.line()), System.nanoTime());
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
