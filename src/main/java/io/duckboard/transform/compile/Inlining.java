package io.duckboard.transform.compile;

import io.duckboard.transform.project.Place;
import io.duckboard.transform.template.MappedSql;
import java.util.ArrayList;
import java.util.List;

/** Inserts the SQL of ephemeral models as common table expressions before the SQL that reads them. */
final class Inlining {

    static final String PREFIX = "__dbt__cte__";

    private Inlining() {}

    /** @param ephemerals the models, each after those that it reads, without duplicates */
    static MappedSql of(List<RenderedTemplate> ephemerals, MappedSql sql) {
        if (ephemerals.isEmpty()) {
            return sql;
        }
        LeadingWith with = LeadingWith.of(sql.text());
        Place place = sql.map().at(with.start());
        var parts = new ArrayList<MappedSql>();
        parts.add(sql.part(0, with.start()));
        parts.add(MappedSql.at(place, with.isThere() ? with.keywords() + " " : "with "));
        for (int i = 0; i < ephemerals.size(); i++) {
            RenderedTemplate ephemeral = ephemerals.get(i);
            parts.add(MappedSql.at(
                    new Place(ephemeral.file().path(), 1),
                    (i == 0 ? "" : ", ") + PREFIX + ephemeral.name() + " as (\n"));
            parts.add(ephemeral.sql());
            parts.add(MappedSql.at(new Place(ephemeral.file().path(), 1), "\n)"));
        }
        parts.add(MappedSql.at(place, with.isThere() ? "," : "\n"));
        parts.add(sql.part(with.end(), sql.text().length()));
        return MappedSql.join(parts);
    }
}
