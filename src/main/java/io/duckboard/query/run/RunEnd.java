package io.duckboard.query.run;

import io.duckboard.query.QueryOutcome;
import java.time.Instant;

/** How a run ended, and when. */
public record RunEnd(QueryOutcome outcome, Instant at) {}
