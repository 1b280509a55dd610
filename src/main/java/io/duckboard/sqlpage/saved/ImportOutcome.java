package io.duckboard.sqlpage.saved;

/**
 * What came of saving files.
 *
 * @param added under their own names or numbered ones
 * @param there already, word for word
 * @param noRoom for more than {@link SavedQueries#MOST_KEPT}
 */
public record ImportOutcome(int added, int there, int noRoom) {}
