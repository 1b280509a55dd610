package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.CompiledTest;
import io.duckboard.transform.compile.TestKind;

/** The path below {@code target/} where dbt keeps the SQL of a node. */
final class CompiledFile {

    private CompiledFile() {}

    static String of(CompiledProject project, CompiledModel model) {
        return in(project, model.file());
    }

    /** A generic test has a file of its own, in a folder named after the file that asks for the test. */
    static String of(CompiledProject project, CompiledTest test) {
        return in(project, test.kind() == TestKind.SINGULAR ? test.file() : test.file() + "/" + test.name() + ".sql");
    }

    private static String in(CompiledProject project, String file) {
        return "compiled/" + project.name() + "/" + file;
    }
}
