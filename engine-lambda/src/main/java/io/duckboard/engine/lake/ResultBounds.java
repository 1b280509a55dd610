package io.duckboard.engine.lake;

import java.util.OptionalLong;

/**
 * The limits for whole answers, as set by an operator.
 *
 * @param each the maximum size of one answer in bytes
 * @param kept the maximum size in bytes of all kept answers, if the workspace is a folder
 */
public record ResultBounds(OptionalLong each, OptionalLong kept) {

    /** In MB of a million bytes. */
    public static final String EACH = "DUCKBOARD_RESULT_MB";

    /** Also in MB. */
    public static final String KEPT = "DUCKBOARD_KEPT_MB";

    /** No limits are set: {@code Allowance} then uses a share of the free disk space, or its own limit on S3. */
    public static final ResultBounds UNSAID = new ResultBounds(OptionalLong.empty(), OptionalLong.empty());
}
