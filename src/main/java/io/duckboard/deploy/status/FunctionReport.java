package io.duckboard.deploy.status;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A deployed function.
 *
 * @param live what callers get; absent if there is no such function or it has no version to call
 * @param month what this month has seen of it until now; absent if AWS does not tell
 */
public record FunctionReport(String name, Optional<Live> live, Optional<Month> month) {

    /**
     * The version behind the alias.
     *
     * @param state in Lambda's words, such as Active or Pending
     */
    public record Live(String version, String state, String runtime, int memoryMegabytes) {}

    /**
     * Since the first of the month, UTC.
     *
     * @param dollars about, by the published prices of us-east-1 and without a free tier
     */
    public record Month(long calls, long errors, long throttles, BigDecimal dollars) {}
}
