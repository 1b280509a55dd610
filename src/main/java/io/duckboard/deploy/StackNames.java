package io.duckboard.deploy;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;

/** The names of a stack's resources, which derive from the stack's name. */
record StackNames(String stack, Aws aws) {

    /**
     * Bucket names have at most 63 characters. The account, the longest region and the bucket's purpose take 35 of
     * them.
     */
    private static final int MOST = 28;

    StackNames {
        if (!stack.matches("[a-z][a-z0-9-]{0," + (MOST - 1) + "}") || stack.endsWith("-")) {
            throw new FailureException(
                    "No stack can have the name " + stack + ".",
                    "Take small letters, digits and hyphens, beginning with a letter, " + MOST + " at most.");
        }
    }

    /** Returns the name of a function's published version, as {@code DUCKBOARD_FUNCTION} takes it. */
    String function(String which) {
        return stack + "-" + which + ":live";
    }

    String codeBucket() {
        return bucket("code");
    }

    /** Returns the default location of the lake. */
    LakeLocation.Bucket lake() {
        return new LakeLocation.Bucket(bucket("lake"), "");
    }

    private String bucket(String of) {
        return stack + "-" + of + "-" + aws.account() + "-" + aws.region();
    }
}
