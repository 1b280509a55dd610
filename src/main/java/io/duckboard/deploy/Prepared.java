package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import java.util.Map;
import java.util.Optional;

/**
 * A deployment that is fully planned but not yet carried out.
 *
 * @param deployed the current stack; absent if there is none that an update could start from
 * @param parameters the template's parameters, each with its value
 * @param template the template as JSON
 */
record Prepared(Optional<StackState> deployed, LakeChoice lake, Map<String, String> parameters, String template) {

    Prepared {
        parameters = Map.copyOf(parameters);
    }

    /** Returns whether the stack already has these parameters. */
    boolean isAsDeployed() {
        return deployed.filter(stack -> stack.parameters().equals(parameters)).isPresent();
    }
}
