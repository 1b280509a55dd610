package io.duckboard.lake.store;

import io.duckboard.engine.catalog.NewerFormatException;
import io.duckboard.engine.catalog.store.UnreadableCatalogException;
import io.duckboard.engine.failure.FailureException;

/** Failures that are possible in any store. */
public final class StoreFailures {

    private StoreFailures() {}

    static FailureException publishedMeanwhile(String lake) {
        return new FailureException(
                "Somebody else has published tables in " + lake + " meanwhile; theirs stand.",
                "Run it again to put yours over them.");
    }

    static FailureException putMeanwhile(String path) {
        return new FailureException(
                "Somebody else is filling the lake at the same time: " + path + " is there already.", "Run it again.");
    }

    public static FailureException full(String place, Throwable cause) {
        return new FailureException(
                "There is no space left in " + place + ".", "Make room there; the lake is as it was.", cause);
    }

    static FailureException unreadable(UnreadableCatalogException catalog) {
        String hint = catalog.reason() instanceof NewerFormatException
                ? NewerFormatException.HINT
                : "Put the last good catalog.json back, or remove it and fill the lake anew.";
        return new FailureException("The lake's " + catalog.getMessage() + ".", hint, catalog);
    }
}
