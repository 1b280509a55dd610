package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.SourceTable;
import java.util.List;

/** The nodes that a node reads, by unique id and as written: {@code ref('…')} and {@code source('…', '…')}. */
final class References {

    private final CompiledProject project;

    References(CompiledProject project) {
        this.project = project;
    }

    Members addTo(Members members, List<String> dependsOn) {
        return members.put("depends_on", new Members().put("macros", List.of()).put("nodes", dependsOn))
                .putObjects("refs", refs(dependsOn))
                .put("sources", sources(dependsOn))
                .put("metrics", List.of());
    }

    private List<Members> refs(List<String> dependsOn) {
        return project.models().stream()
                .filter(model -> dependsOn.contains(model.uniqueId()))
                .map(CompiledModel::name)
                .map(name -> new Members().put("name", name).putNull("package").putNull("version"))
                .toList();
    }

    private List<List<String>> sources(List<String> dependsOn) {
        return project.sources().stream()
                .filter(source -> dependsOn.contains(source.uniqueId()))
                .map((SourceTable source) -> List.of(source.source(), source.name()))
                .toList();
    }
}
