package io.duckboard.lake.source;

import java.io.IOException;
import java.io.Reader;

/** Lines in front of a table. */
final class Lines {

    private Lines() {}

    /** Reads over so many lines, character by character, so that nothing behind them is read. */
    static void skip(Reader in, int lines, Dialect dialect) throws IOException {
        char end = dialect.carriageReturns() ? '\r' : '\n';
        for (int line = 0; line < lines; line++) {
            int character = in.read();
            while (character >= 0 && character != end) {
                character = in.read();
            }
        }
    }
}
