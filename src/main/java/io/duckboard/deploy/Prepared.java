package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import java.util.Map;
import java.util.Optional;

/**
 * A deployment of which everything is known and nothing is done.
 *
 * @param deployed the stack as it is; absent where there is none that an update could start from
 * @param parameters the template's, each with its value
 * @param template JSON
 */
record Prepared(Optional<StackState> deployed, LakeChoice lake, Map<String, String> parameters, String template) {

    Prepared {
        parameters = Map.copyOf(parameters);
    }

    /** Whether the stack has these parameters already. */
    boolean isAsDeployed() {
        return deployed.filter(stack -> stack.parameters().equals(parameters)).isPresent();
    }
}
