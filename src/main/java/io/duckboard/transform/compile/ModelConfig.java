package io.duckboard.transform.compile;

import java.util.List;
import java.util.Optional;

/**
 * How a model is built.
 *
 * @param enabled whether the project has it at all
 * @param partitionBy columns that its files are partitioned by
 * @param copyTo where below the lake a copy of an external model is written
 */
public record ModelConfig(
        ModelMaterialization materialized,
        List<String> tags,
        boolean enabled,
        List<String> partitionBy,
        Optional<String> copyTo) {

    public ModelConfig {
        tags = List.copyOf(tags);
        partitionBy = List.copyOf(partitionBy);
    }
}
