package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import io.duckboard.engine.catalog.LakeLocation;
import java.util.Optional;

/**
 * The state on AWS after a deployment.
 *
 * @param changed whether the deployment changed anything
 * @param query the query function's name with its alias, as {@code DUCKBOARD_FUNCTION} takes it
 * @param url the URL of the query function, if it has one
 * @param alarmEmail the address whose owner must confirm a mail from AWS before alarms are sent there; absent if
 *     nothing was changed
 * @param lakeMade whether the lake's bucket was just created, so that it is still empty
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
        Optional<String> url,
        Optional<String> alarmEmail) {

    static Deployed of(StackNames names, boolean changed, Prepared prepared, StackState stack) {
        return new Deployed(
                names.stack(),
                names.aws().region(),
                changed,
                prepared.lake().lake(),
                prepared.lake().made() && prepared.deployed().isEmpty(),
                names.function("query"),
                names.function("transform"),
                names.function("control"),
                Optional.ofNullable(stack.outputs().get("Url")),
                Optional.ofNullable(prepared.parameters().get("AlarmEmail"))
                        .filter(address -> changed && !address.isEmpty()));
    }
}
