package io.duckboard.transform.project;

import java.util.List;

/**
 * Configuration that {@code dbt_project.yml} gives to the models below a folder.
 *
 * @param path the path below the folder of models; empty for all models
 */
public record FolderSettings(List<String> path, Settings settings) {

    public FolderSettings {
        path = List.copyOf(path);
    }

    /** @param model the model's path below the folder of models, without {@code .sql} */
    boolean covers(List<String> model) {
        return path.size() <= model.size() && model.subList(0, path.size()).equals(path);
    }
}
