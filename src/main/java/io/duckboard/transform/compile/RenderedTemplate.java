package io.duckboard.transform.compile;

import io.duckboard.transform.project.Reference;
import io.duckboard.transform.project.Settings;
import io.duckboard.transform.project.TemplateFile;
import io.duckboard.transform.template.MappedSql;
import java.util.List;

/**
 * A model or singular test whose template has been rendered, but which is not yet joined with others.
 *
 * @param references the references in the order of the template, including duplicates
 * @param settings the settings from its config() calls
 */
record RenderedTemplate(TemplateFile file, MappedSql sql, List<Reference> references, Settings settings) {

    RenderedTemplate {
        references = List.copyOf(references);
    }

    String name() {
        return file.name();
    }
}
