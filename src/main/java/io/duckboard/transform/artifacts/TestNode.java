package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.compile.TestKind;
import io.duckboard.transform.graph.GraphNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A test in the manifest. */
final class TestNode {

    private final CompiledProject project;
    private final References references;

    TestNode(CompiledProject project) {
        this.project = project;
        this.references = new References(project);
    }

    Members members(CompiledTest test) {
        boolean singular = test.kind() == TestKind.SINGULAR;
        List<String> fqn =
                project.graph().node(test.uniqueId()).map(GraphNode::path).orElse(List.of());
        String path = singular ? test.file().substring(test.file().indexOf('/') + 1) : test.name() + ".sql";
        Members members = new Named("test", project.name(), test.uniqueId(), test.name(), path, test.file(), fqn)
                .members(RelationName.SCHEMA)
                .put("alias", test.name())
                .putNull("relation_name")
                .put("description", "")
                .put("columns", new Members())
                .put("tags", test.tags())
                .put("meta", new Members())
                .put("config", config(test))
                .put("checksum", Sql.noChecksum());
        references.addTo(members, inDbtsOrder(test));
        Sql.addTo(members, raw(test), test.sql());
        if (!singular) {
            members.put("column_name", test.column())
                    .put("attached_node", test.attachedModelUniqueId())
                    .put("test_metadata", metadata(test));
        }
        return members;
    }

    private static Members config(CompiledTest test) {
        return new Members()
                .put("enabled", true)
                .put("materialized", "test")
                .put("severity", test.severity().name())
                .put("tags", test.tags())
                .put("meta", new Members());
    }

    private static String raw(CompiledTest test) {
        return test.kind() == TestKind.SINGULAR ? "" : "{{ test_" + dbtName(test) + "(**_dbt_generic_test_kwargs) }}";
    }

    /** dbt's docs page takes the last node as the one that a relationship test is about. */
    private static List<String> inDbtsOrder(CompiledTest test) {
        return test.kind() == TestKind.RELATIONSHIPS ? test.dependsOn().reversed() : test.dependsOn();
    }

    private static Members metadata(CompiledTest test) {
        var arguments = new Members();
        test.column().ifPresent(column -> arguments.put("column_name", column));
        return new Members().put("name", dbtName(test)).put("kwargs", arguments).put("namespace", Optional.empty());
    }

    private static String dbtName(CompiledTest test) {
        return test.kind().name().toLowerCase(Locale.ROOT);
    }
}
