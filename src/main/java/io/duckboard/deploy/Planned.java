package io.duckboard.deploy;

import io.duckboard.deploy.price.MonthlyPrice;
import io.duckboard.deploy.stack.PlannedChange;
import io.duckboard.engine.catalog.LakeLocation;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment would do.
 *
 * @param isNew whether the stack does not exist yet
 * @param code whether the engine's package would be uploaded
 * @param first a sentence on what must be done before CloudFormation can tell the changes
 * @param changes empty if nothing would change
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
