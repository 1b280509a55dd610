package io.duckboard.engine.lambda;

import io.duckboard.engine.testing.TestLake;

/** The contract for a lake in a folder. */
class FolderUnlessTest extends UnlessContract {

    @Override
    void publish() {
        // The folder is the lake.
    }

    @Override
    InProcess engine() {
        return new InProcess(new TestLake(folder), temporary);
    }

    @Override
    String place() {
        return folder.toString();
    }
}
