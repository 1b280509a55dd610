package io.duckboard.engine.protocol;

import java.io.IOException;
import java.io.OutputStream;

/** Rows that were written as a JSON array in the request's format, to be inserted into an answer. */
@FunctionalInterface
public interface JsonRows {

    void writeTo(OutputStream out) throws IOException;
}
