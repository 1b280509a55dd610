package io.duckboard.sqlpage.saved;

/** The result of saving, moving or restoring a query. */
public sealed interface SavedOutcome {

    record Done(SavedQuery query) implements SavedOutcome {}

    /** The folder has a query of that name, in this or another case. Nothing was changed. */
    record NameTaken(SavedQuery theirs) implements SavedOutcome {}

    /** The query was deleted meanwhile, or too long ago. */
    record Gone() implements SavedOutcome {}

    /** @param most the maximum number of characters of SQL that can be saved */
    record TooLong(int most) implements SavedOutcome {}

    /** @param most the maximum number of queries that can be saved */
    record TooMany(int most) implements SavedOutcome {}
}
