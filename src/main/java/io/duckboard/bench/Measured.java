package io.duckboard.bench;

/**
 * What a way of asking took.
 *
 * @param firstMillis the first time of all, when nothing was warm
 * @param series warm
 */
public record Measured(String mode, double firstMillis, Series series) {}
