package io.duckboard.engine.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.QueryDigest;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.TraceParent;
import io.duckboard.engine.protocol.Usage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.jr.ob.JSON;

/**
 * The line of JSON that the operator gets for each query: which query it was, how it ended and what it used. It
 * contains no text that somebody wrote, neither SQL nor an error message, since both quote data. It also contains no
 * query id, because whoever knows the id may cancel the query.
 *
 * @param id the digest of the query's id, or of its request's
 * @param trace the id of the trace to which the query belongs
 * @param start from {@link System#nanoTime}
 */
record QueryLog(LambdaLogger log, String id, boolean warm, Optional<String> trace, long start) {

    /** @param warm whether the engine has been used before */
    static QueryLog begin(Context context, boolean warm) {
        return new QueryLog(context.getLogger(), context.getAwsRequestId(), warm, Optional.empty(), System.nanoTime());
    }

    QueryLog of(Request.Query query) {
        return new QueryLog(
                log,
                query.queryId().map(QueryDigest::of).orElse(id),
                warm,
                query.trace().map(TraceParent::trace),
                start);
    }

    /** @param outcome {@code answered} or {@code exported} */
    void ended(String outcome, long rows, Usage usage) {
        Map<String, Object> line = line(outcome);
        line.put("rows", rows);
        if (usage.bytesRead().isPresent()) {
            line.put("bytes", usage.bytesRead().getAsLong());
        }
        log.log(JSON.std.asString(line));
    }

    void failed(Problem problem) {
        Map<String, Object> line = line("failed");
        line.put("code", problem.code().name());
        log.log(JSON.std.asString(line));
    }

    private Map<String, Object> line(String outcome) {
        var line = new LinkedHashMap<String, Object>();
        line.put("query", id);
        line.put("outcome", outcome);
        line.put("ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
        line.put("warm", warm);
        trace.ifPresent(known -> line.put("trace", known));
        return line;
    }
}
