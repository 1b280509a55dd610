package io.duckboard.sqlpage.saved;

/** What came of saving a query, moving it or bringing it back. */
public sealed interface SavedOutcome {

    record Done(SavedQuery query) implements SavedOutcome {}

    /** The folder has a query of that name, in this or another case; nothing was changed. */
    record NameTaken(SavedQuery theirs) implements SavedOutcome {}

    /** It was deleted meanwhile, or too long ago. */
    record Gone() implements SavedOutcome {}

    /** @param most characters of SQL that can be saved */
    record TooLong(int most) implements SavedOutcome {}

    /** @param most queries that can be saved */
    record TooMany(int most) implements SavedOutcome {}
}
