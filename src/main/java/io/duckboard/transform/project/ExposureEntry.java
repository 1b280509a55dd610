package io.duckboard.transform.project;

import java.util.List;
import java.util.Optional;

/**
 * A use of models outside the project, such as a dashboard.
 *
 * @param type dbt's type: dashboard, notebook, analysis, ml or application
 * @param label the name to show to people
 */
public record ExposureEntry(
        String name,
        String type,
        Optional<String> url,
        String description,
        Optional<String> label,
        List<Reference> dependsOn,
        Place place) {

    public ExposureEntry {
        dependsOn = List.copyOf(dependsOn);
    }
}
