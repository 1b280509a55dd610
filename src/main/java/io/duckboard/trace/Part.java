package io.duckboard.trace;

import io.duckboard.engine.protocol.Phase;
import io.duckboard.engine.protocol.TraceParent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A part of a trace, which ends when it is closed. */
public interface Part extends AutoCloseable {

    void say(String name, String value);

    void say(String name, long value);

    /** Says the SQL, if whoever looks after Duckboard has switched that on: it may quote data. */
    void sql(String text);

    /** Says that this part has failed, and by a word of a bounded number of words why. */
    void failed(String why);

    /** Returns what another program needs to say which part called it; empty if nobody collects this part. */
    Optional<TraceParent> parent();

    /**
     * Adds what the called engine says of its own work. Its clock may be another than this machine's, so its work is
     * put into the middle of this part's time.
     *
     * @param inEngine how long the engine worked
     */
    void add(List<Phase> phases, Duration inEngine);

    @Override
    void close();
}
