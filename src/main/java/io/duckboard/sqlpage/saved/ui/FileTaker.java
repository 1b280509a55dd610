package io.duckboard.sqlpage.saved.ui;

import java.io.IOException;

/** Takes a file that has arrived completely. */
@FunctionalInterface
interface FileTaker {

    /** @param name the name that the browser reports */
    void take(String name, byte[] content) throws IOException;
}
