package io.duckboard.deploy.stack;

import java.util.List;

/**
 * Changes that CloudFormation would make to a stack, but has not made yet.
 *
 * @param id the change set's ARN
 * @param madeTheFrame whether the stack did not exist before, so that it is only the frame of this change set
 */
public record ChangeSet(String id, String stackId, boolean madeTheFrame, List<PlannedChange> changes) {

    public ChangeSet {
        changes = List.copyOf(changes);
    }
}
