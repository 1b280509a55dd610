package io.duckboard.engine.transform;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.ModelStore;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.util.Optional;

/** Stops a run before anything is built if its publish would lock older engines out. */
record FormatCheck(ModelStore store, FormatRise rise) {

    void before(LakeEngine engine) throws LakeException, FailedException {
        if (rise == FormatRise.ALLOWED || engine.catalog().format() == Catalog.FORMAT) {
            return;
        }
        // The catalog that is read may be the lake's own, even if a workspace is written.
        Optional<Integer> written = store.published()
                .map(published -> published.catalog().format())
                .filter(format -> format < Catalog.FORMAT);
        if (written.isPresent()) {
            throw new FailedException(Problem.of(
                    ErrorCode.NOT_ALLOWED,
                    "The lake's catalog.json has format " + written.get() + ", and a run would write format "
                            + Catalog.FORMAT + ", which an engine of before that is deployed refuses.",
                    "Deploy first (make deploy); or let it be raised: --raise-format, or for an engine that runs already "
                            + FormatRise.VARIABLE + "=true where it is started."));
        }
    }
}
