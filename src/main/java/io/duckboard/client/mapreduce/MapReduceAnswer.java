package io.duckboard.client.mapreduce;

import io.duckboard.engine.protocol.Answer;
import java.time.Duration;

/**
 * What a map-reduce found.
 *
 * @param answer the reduce's
 * @param roundTrip from the first call to the decoded answer
 */
public record MapReduceAnswer(Answer.Rows answer, Totals totals, Duration roundTrip) {}
