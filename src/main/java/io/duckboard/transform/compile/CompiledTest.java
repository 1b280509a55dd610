package io.duckboard.transform.compile;

import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.template.SourceMap;
import java.util.List;
import java.util.Optional;

/**
 * A SELECT whose rows are failures.
 *
 * @param uniqueId {@code test.<project>.<name>}
 * @param file the file that declares the test
 * @param dependsOn unique ids of the models and sources that it reads directly
 * @param column the column that it is about
 * @param attachedModelUniqueId the model that it is about; empty for a test of a source, or a singular test
 */
public record CompiledTest(
        String uniqueId,
        String name,
        String sql,
        SourceMap sourceMap,
        String file,
        int line,
        Node.Severity severity,
        List<String> tags,
        List<String> dependsOn,
        Optional<String> column,
        Optional<String> attachedModelUniqueId,
        TestKind kind) {

    public CompiledTest {
        tags = List.copyOf(tags);
        dependsOn = List.copyOf(dependsOn);
    }
}
