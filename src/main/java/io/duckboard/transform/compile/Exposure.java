package io.duckboard.transform.compile;

import java.util.List;
import java.util.Optional;

/**
 * A use of models outside the project, such as a dashboard.
 *
 * @param uniqueId {@code exposure.<project>.<name>}
 * @param dependsOn unique ids of the nodes that it shows
 */
public record Exposure(
        String uniqueId,
        String name,
        String type,
        Optional<String> url,
        String description,
        Optional<String> label,
        List<String> dependsOn,
        String file,
        int line) {

    public Exposure {
        dependsOn = List.copyOf(dependsOn);
    }
}
