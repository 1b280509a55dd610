package io.duckboard.sqlpage.run;

import io.duckboard.client.QueryOutcome;
import java.time.Instant;

/** How a run ended, and when. */
public record RunEnd(QueryOutcome outcome, Instant at) {}
