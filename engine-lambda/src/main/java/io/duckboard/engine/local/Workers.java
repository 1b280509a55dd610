package io.duckboard.engine.local;

/**
 * The workers of a function, as they are now.
 *
 * @param ready processes that have answered or can answer at once
 * @param busy calls that have a worker
 * @param most how many workers there may be
 * @param waiting calls that wait for a worker
 */
public record Workers(int ready, int busy, int most, int waiting) {}
