package io.duckboard.deploy;

import io.duckboard.deploy.price.MonthlyPrice;
import io.duckboard.deploy.stack.PlannedChange;
import io.duckboard.engine.catalog.LakeLocation;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment would do.
 *
 * @param isNew whether there is no such stack yet
 * @param code whether the engine's package would be uploaded
 * @param first what would have to be done before CloudFormation can tell the changes, a sentence
 * @param changes none if nothing would change
 */
public record Planned(
        String stack,
        String region,
        boolean isNew,
        LakeLocation.Bucket lake,
        boolean code,
        Optional<String> first,
        List<PlannedChange> changes,
        MonthlyPrice price) {

    public Planned {
        changes = List.copyOf(changes);
    }
}
