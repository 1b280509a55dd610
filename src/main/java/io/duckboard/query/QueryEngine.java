package io.duckboard.query;

import io.duckboard.engine.protocol.Request;

/** Something that answers SQL over the lake: the deployed Lambda, or the same on this machine. */
public interface QueryEngine {

    /** Asks and waits for the outcome. Never throws for what an engine, a network or a query can do. */
    QueryOutcome ask(Request.Query query);

    /** Which engine this is, for people: {@code duckboard-query on this machine}. */
    String description();
}
