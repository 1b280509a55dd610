package io.duckboard.transform.compile;

import java.util.List;
import java.util.Optional;

/**
 * How a model is built.
 *
 * @param enabled whether the project includes the model at all
 * @param partitionBy the columns by which its files are partitioned
 * @param copyTo the path below the lake where a copy of an external model is written
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
