package io.duckboard.trace;

import io.duckboard.engine.protocol.Phase;
import io.duckboard.engine.protocol.TraceParent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where nobody collects traces. */
final class NoTraces implements Traces {

    private static final Part NOTHING = new Nothing();

    @Override
    public Part request(String name, @Nullable String traceparent) {
        return NOTHING;
    }

    @Override
    public Part begin(String name) {
        return NOTHING;
    }

    @Override
    public Part call(String name) {
        return NOTHING;
    }

    @Override
    public Runnable carried(Runnable task) {
        return task;
    }

    @Override
    public Optional<String> id() {
        return Optional.empty();
    }

    @Override
    public void close() {}

    private record Nothing() implements Part {

        @Override
        public void say(String name, String value) {}

        @Override
        public void say(String name, long value) {}

        @Override
        public void sql(String text) {}

        @Override
        public void failed(String why) {}

        @Override
        public Optional<TraceParent> parent() {
            return Optional.empty();
        }

        @Override
        public void add(List<Phase> phases, Duration inEngine) {}

        @Override
        public void close() {}
    }
}
