package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Exposure;
import java.util.List;

/** A dashboard, or another use of models, in the manifest. */
final class ExposureNode {

    private ExposureNode() {}

    static Members members(CompiledProject project, Exposure exposure) {
        Members members = new Named(
                        "exposure",
                        project.name(),
                        exposure.uniqueId(),
                        exposure.name(),
                        exposure.file().substring(exposure.file().indexOf('/') + 1),
                        exposure.file(),
                        List.of(project.name(), exposure.name()))
                .members()
                .put("type", exposure.type())
                .put("owner", new Members().putNull("email").putNull("name"))
                .put("description", exposure.description())
                .put("label", exposure.label())
                .putNull("maturity")
                .put("url", exposure.url())
                .put("tags", List.of())
                .put("meta", new Members())
                .put("config", new Members().put("enabled", true));
        return new References(project).addTo(members, exposure.dependsOn());
    }
}
