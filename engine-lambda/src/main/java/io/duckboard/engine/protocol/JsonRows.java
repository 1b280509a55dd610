package io.duckboard.engine.protocol;

import java.io.IOException;
import java.io.OutputStream;

/** Rows that were written as a JSON array in the request's format, and wait to become part of an answer. */
@FunctionalInterface
public interface JsonRows {

    void writeTo(OutputStream out) throws IOException;
}
