package io.duckboard.engine.lake;

import java.util.OptionalLong;

/**
 * How much whole answers may take, as an operator says it.
 *
 * @param each bytes of one
 * @param kept bytes of all that are kept, where the workspace is a folder
 */
public record ResultBounds(OptionalLong each, OptionalLong kept) {

    /** In MB, which are millions of bytes. */
    public static final String EACH = "DUCKBOARD_RESULT_MB";

    /** In MB as well. */
    public static final String KEPT = "DUCKBOARD_KEPT_MB";

    /** Nothing is said: a part of what the disk has, or of what is not ours on S3. */
    public static final ResultBounds UNSAID = new ResultBounds(OptionalLong.empty(), OptionalLong.empty());
}
