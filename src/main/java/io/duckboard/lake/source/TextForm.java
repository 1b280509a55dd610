package io.duckboard.lake.source;

/**
 * How the lines of a text file are a table.
 *
 * @param skip how many lines are in front of it
 * @param preamble how many of those it was found by itself to have
 * @param comments whether lines that begin with # and have too few fields are comments
 * @param width how many fields a record has
 */
record TextForm(Dialect dialect, int skip, int preamble, boolean comments, int width) {}
