package io.duckboard.sqlpage.saved;

/**
 * The result of saving files.
 *
 * @param added files saved under their own names or numbered ones
 * @param there files that were already there with the same text
 * @param noRoom files that would exceed {@link SavedQueries#MOST_KEPT}
 */
public record ImportOutcome(int added, int there, int noRoom) {}
