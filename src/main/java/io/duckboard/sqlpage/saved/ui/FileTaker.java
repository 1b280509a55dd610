package io.duckboard.sqlpage.saved.ui;

import java.io.IOException;

/** What is done with a file that has come whole. */
@FunctionalInterface
interface FileTaker {

    /** @param name as the browser says it */
    void take(String name, byte[] content) throws IOException;
}
