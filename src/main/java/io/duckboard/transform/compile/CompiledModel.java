package io.duckboard.transform.compile;

import io.duckboard.transform.template.SourceMap;
import java.util.List;
import java.util.Optional;

/**
 * A model and its SQL.
 *
 * @param uniqueId {@code model.<project>.<name>}
 * @param rawSql the SQL as written in the file
 * @param sql the SQL as it is run, including the SQL of the ephemeral models that it reads
 * @param sourceMap maps the SQL back to the files
 * @param file the path below the project's folder, with {@code /}
 * @param dependsOn unique ids of the models and sources that it reads directly
 */
public record CompiledModel(
        String uniqueId,
        String name,
        String rawSql,
        String sql,
        SourceMap sourceMap,
        String file,
        String description,
        List<ColumnDoc> columns,
        List<String> dependsOn,
        ModelConfig config) {

    public CompiledModel {
        columns = List.copyOf(columns);
        dependsOn = List.copyOf(dependsOn);
    }

    public ModelMaterialization materialization() {
        return config.materialized();
    }

    public List<String> tags() {
        return config.tags();
    }

    public List<String> partitionBy() {
        return config.partitionBy();
    }

    public Optional<String> copyTo() {
        return config.copyTo();
    }
}
