package io.duckboard.deploy.stack;

import java.util.List;

/**
 * What CloudFormation would do to a stack, and has not done.
 *
 * @param id its ARN
 * @param ofNewStack whether the stack is nothing yet but the frame of it
 */
public record ChangeSet(String id, String stackId, boolean ofNewStack, List<PlannedChange> changes) {

    public ChangeSet {
        changes = List.copyOf(changes);
    }
}
