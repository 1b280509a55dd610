package io.duckboard.bench;

/**
 * The times of one mode.
 *
 * @param firstMillis the time of the very first run, when nothing was warm
 * @param series the times of the warm runs
 */
public record Measured(String mode, double firstMillis, Series series) {}
