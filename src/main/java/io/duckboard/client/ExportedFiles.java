package io.duckboard.client;

import io.duckboard.engine.protocol.QueryDigest;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Which queries have written the latest files, so that a download is recorded with its query. */
final class ExportedFiles {

    /** Files are fetched soon after they were written. */
    private static final int MOST = 1_000;

    private final SequencedMap<String, String> digests = new LinkedHashMap<>();

    synchronized void note(Request.Query query, ExportOutcome outcome) {
        if (outcome instanceof QueryOutcome.Exported(var answer, var _)) {
            query.queryId()
                    .map(QueryDigest::of)
                    .ifPresent(digest -> digests.put(answer.file().path(), digest));
            if (digests.size() > MOST) {
                digests.pollFirstEntry();
            }
        }
    }

    /** Returns the digest of the query's id; empty if it is forgotten, or this app has not asked it. */
    synchronized String of(ResultFile file) {
        return Optional.ofNullable(digests.get(file.path())).orElse("");
    }
}
