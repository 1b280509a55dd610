package io.duckboard.deploy.status;

import java.time.Instant;

/** A line of a function's log. */
public record LogLine(String function, Instant at, String text) {}
