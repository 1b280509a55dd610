package io.duckboard.deploy;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;

/** What a stack of a name calls its things. */
record StackNames(String stack, Aws aws) {

    /** Bucket names have 63 characters, of which the account, the longest region and what the bucket is for take 35. */
    private static final int MOST = 28;

    StackNames {
        if (!stack.matches("[a-z][a-z0-9-]{0," + (MOST - 1) + "}") || stack.endsWith("-")) {
            throw new FailureException(
                    "No stack can have the name " + stack + ".",
                    "Take small letters, digits and hyphens, beginning with a letter, " + MOST + " at most.");
        }
    }

    /** As {@code DUCKBOARD_FUNCTION} takes it: the published version. */
    String function(String which) {
        return stack + "-" + which + ":live";
    }

    String codeBucket() {
        return bucket("code");
    }

    /** Where a lake lies of which nobody says where. */
    LakeLocation.Bucket lake() {
        return new LakeLocation.Bucket(bucket("lake"), "");
    }

    private String bucket(String of) {
        return stack + "-" + of + "-" + aws.account() + "-" + aws.region();
    }
}
