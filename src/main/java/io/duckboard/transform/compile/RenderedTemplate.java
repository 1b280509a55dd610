package io.duckboard.transform.compile;

import io.duckboard.transform.project.Reference;
import io.duckboard.transform.project.Settings;
import io.duckboard.transform.project.TemplateFile;
import io.duckboard.transform.template.MappedSql;
import java.util.List;

/**
 * A model or singular test whose template has been rendered, and that is not yet joined to others.
 *
 * @param references in the order of the template, each as often as it is there
 * @param settings what it says of itself by config()
 */
record RenderedTemplate(TemplateFile file, MappedSql sql, List<Reference> references, Settings settings) {

    RenderedTemplate {
        references = List.copyOf(references);
    }

    String name() {
        return file.name();
    }
}
