package io.duckboard.transform.state;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param project the folder of the dbt project; a text, since Spring would look for a path in its own resources */
@ConfigurationProperties("duckboard.transform")
record TransformSettings(@DefaultValue("transform") String project) {

    Path folder() {
        return Path.of(project);
    }

    /** Returns the folder for generated files, as dbt names it. */
    Path target() {
        return folder().resolve("target");
    }
}
