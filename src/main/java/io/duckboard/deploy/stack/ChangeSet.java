package io.duckboard.deploy.stack;

import java.util.List;

/**
 * What CloudFormation would do to a stack, and has not done.
 *
 * @param id its ARN
 * @param madeTheFrame whether there was no such stack before, and it is nothing yet but the frame of this
 */
public record ChangeSet(String id, String stackId, boolean madeTheFrame, List<PlannedChange> changes) {

    public ChangeSet {
        changes = List.copyOf(changes);
    }
}
