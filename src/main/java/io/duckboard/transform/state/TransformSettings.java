package io.duckboard.transform.state;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param project the folder of the dbt project; a text, since Spring would look for a path among its own resources */
@ConfigurationProperties("duckboard.transform")
record TransformSettings(@DefaultValue("transform") String project) {

    Path folder() {
        return Path.of(project);
    }

    /** The folder for what is made of the project, as dbt has it. */
    Path target() {
        return folder().resolve("target");
    }
}
