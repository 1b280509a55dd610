package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import io.duckboard.engine.protocol.LakeLocation;
import java.util.Optional;

/**
 * What is on AWS after a deployment.
 *
 * @param changed whether anything is other than before
 * @param query the query function's name with its alias, as {@code DUCKBOARD_FUNCTION} takes it
 * @param url of the query function, if it has one
 * @param lakeMade whether the lake's bucket has just been made, so that there is nothing in it yet
 */
public record Deployed(
        String stack,
        String region,
        boolean changed,
        LakeLocation.Bucket lake,
        boolean lakeMade,
        String query,
        String transform,
        String control,
        Optional<String> url) {

    static Deployed of(StackNames names, boolean changed, LakeChoice lake, boolean isNew, StackState stack) {
        return new Deployed(
                names.stack(),
                names.aws().region(),
                changed,
                lake.lake(),
                lake.made() && isNew,
                names.function("query"),
                names.function("transform"),
                names.function("control"),
                Optional.ofNullable(stack.outputs().get("Url")));
    }
}
