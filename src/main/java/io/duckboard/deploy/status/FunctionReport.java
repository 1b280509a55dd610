package io.duckboard.deploy.status;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The state of a deployed function.
 *
 * @param live the version that callers get; absent if there is no such function or it has no version to call
 * @param month the figures of this month so far; absent if AWS does not report them
 */
public record FunctionReport(String name, Optional<Live> live, Optional<Month> month) {

    /**
     * The version behind the alias.
     *
     * @param state in Lambda's words, such as Active or Pending
     */
    public record Live(String version, String state, String runtime, int memoryMegabytes) {}

    /**
     * The figures since the first of the month, UTC.
     *
     * @param dollars the approximate cost, by the published prices of us-east-1 and without a free tier
     */
    public record Month(long calls, long errors, long throttles, BigDecimal dollars) {}
}
