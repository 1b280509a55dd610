package io.duckboard.deploy.stack;

import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.Replacement;

/**
 * The planned change of a resource.
 *
 * @param resource its name in the template
 * @param type such as AWS::Lambda::Function
 * @param replaced whether a new resource replaces it
 */
public record PlannedChange(Action action, String resource, String type, boolean replaced) {

    public enum Action {
        ADD,
        CHANGE,
        REMOVE
    }

    static PlannedChange of(Change change) {
        var of = change.resourceChange();
        return new PlannedChange(
                switch (of.action()) {
                    case ADD, IMPORT -> Action.ADD;
                    case REMOVE -> Action.REMOVE;
                    default -> Action.CHANGE;
                },
                of.logicalResourceId(),
                of.resourceType(),
                of.replacement() == Replacement.TRUE);
    }
}
