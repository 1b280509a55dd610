package io.duckboard.client.mapreduce;

import io.duckboard.engine.protocol.Answer;
import java.time.Duration;

/**
 * The result of a map-reduce.
 *
 * @param answer the answer of the reduce
 * @param roundTrip the time from the first call to the decoded answer
 */
public record MapReduceAnswer(Answer.Rows answer, Totals totals, Duration roundTrip) {}
