package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a text file, one after the other. A record whose quotes do not fit is its first line alone, and has a
 * {@link #problem()}. A quote within a field that does not begin with one is a character like any other.
 */
final class Records {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 25;

    private enum Outcome {
        WHOLE,
        CUT,
        NOTHING
    }

    private final Reader in;
    private final Dialect dialect;
    private final char first;
    private final List<String> values = new ArrayList<>();
    private char[] buffer = new char[BUFFER];
    private int start;
    private int end;
    private int limit;
    private boolean atEnd;
    private long line = 1;
    private long linesOfThis;
    private boolean blank;
    private boolean quotes;
    private String problem = "";

    Records(Reader in, Dialect dialect) {
        this.in = in;
        this.dialect = dialect;
        // No text begins with a line's end, so that it stands for none.
        this.first = dialect.delimiter().isEmpty() ? '\n' : dialect.delimiter().charAt(0);
    }

    /** Goes to the next record, and returns false if there is none. */
    boolean next() throws IOException {
        line += linesOfThis;
        linesOfThis = 0;
        start = end;
        while (true) {
            switch (parse()) {
                case WHOLE -> {
                    linesOfThis = lines();
                    return true;
                }
                case NOTHING -> {
                    return false;
                }
                case CUT -> fill();
            }
        }
    }

    /** Valid until {@link #next()} is called. */
    List<String> values() {
        return values;
    }

    /** Why this is no record, or an empty text. */
    String problem() {
        return problem;
    }

    /** The line that the record begins in, counted from 1. */
    long line() {
        return line;
    }

    /** Whether any field so far was in quotes. */
    boolean hadQuotes() {
        return quotes;
    }

    boolean isBlank() {
        return blank;
    }

    /** Whether the file ends with this record, so that it may be cut off if it is only the beginning of a file. */
    boolean isLast() {
        return atEnd && end == limit;
    }

    /** The record as it stands in the file, without the end of its line. */
    String text() {
        int to = end;
        while (to > start && isBreak(buffer[to - 1])) {
            to--;
        }
        return new String(buffer, start, to - start);
    }

    private Outcome parse() {
        values.clear();
        problem = "";
        blank = false;
        if (start == limit) {
            return atEnd ? Outcome.NOTHING : Outcome.CUT;
        }
        int at = start;
        while (true) {
            int quote = quoteAt(at);
            at = quote < 0 ? plain(at) : quoted(quote);
            if (at < 0) {
                return problem.isEmpty() ? Outcome.CUT : firstLine();
            }
            int behind = behindBreak(at);
            if (behind >= 0) {
                end = behind;
                blank = values.size() == 1 && values.getFirst().isEmpty() && quote < 0;
                return Outcome.WHOLE;
            }
            if (!delimiterAt(at)) {
                return Outcome.CUT;
            }
            at += dialect.delimiter().length();
        }
    }

    /** Where the field's opening quote is, blanks passed over; -1 if it has none. */
    private int quoteAt(int from) {
        int at = from;
        while (at < limit && dialect.isBlank(buffer[at]) && !delimiterAt(at)) {
            at++;
        }
        return dialect.quote() != Dialect.NONE && at < limit && buffer[at] == dialect.quote() ? at : -1;
    }

    /** Returns where the field ends, or -1 if the buffer does before. */
    private int plain(int from) {
        int at = from;
        while (at < limit) {
            char character = buffer[at];
            boolean ends = character == first || character == '\n' || character == '\r';
            if (ends && (delimiterAt(at) || behindBreak(at) >= 0)) {
                values.add(new String(buffer, from, at - from));
                return at;
            }
            if (!atEnd && at + Math.max(1, dialect.delimiter().length()) >= limit) {
                return -1;
            }
            at++;
        }
        if (!atEnd) {
            return -1;
        }
        values.add(new String(buffer, from, at - from));
        return at;
    }

    private int quoted(int quote) {
        var value = new StringBuilder();
        int from = quote + 1;
        int at = from;
        while (true) {
            if (at + 1 >= limit && !atEnd) {
                return -1;
            }
            if (at >= limit) {
                problem = "a quote opens that never closes";
                return -1;
            }
            char character = buffer[at];
            boolean another =
                    at + 1 < limit && (buffer[at + 1] == dialect.quote() || buffer[at + 1] == dialect.escape());
            if (character == dialect.escape() && another) {
                value.append(buffer, from, at - from).append(buffer[at + 1]);
                at += 2;
                from = at;
            } else if (character == dialect.quote()) {
                value.append(buffer, from, at - from);
                values.add(value.toString());
                quotes = true;
                return afterQuote(at + 1);
            } else {
                at++;
            }
        }
    }

    private int afterQuote(int from) {
        int at = from;
        while (at < limit && dialect.isBlank(buffer[at]) && !delimiterAt(at)) {
            at++;
        }
        if (!atEnd && at + Math.max(1, dialect.delimiter().length()) >= limit) {
            return -1;
        }
        if (at < limit && !delimiterAt(at) && behindBreak(at) < 0) {
            problem = "text follows a closing quote";
            return -1;
        }
        return at;
    }

    private Outcome firstLine() {
        values.clear();
        for (int at = start; at < limit; at++) {
            int behind = behindBreak(at);
            if (behind >= 0) {
                end = behind;
                return Outcome.WHOLE;
            }
        }
        end = limit;
        return atEnd ? Outcome.WHOLE : Outcome.CUT;
    }

    private boolean delimiterAt(int at) {
        String delimiter = dialect.delimiter();
        if (delimiter.isEmpty() || at + delimiter.length() > limit) {
            return false;
        }
        for (int index = 0; index < delimiter.length(); index++) {
            if (buffer[at + index] != delimiter.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** Where the next line begins if this one ends here, or -1. The end of the file ends a line too. */
    private int behindBreak(int at) {
        if (at >= limit) {
            return atEnd ? at : -1;
        }
        if (buffer[at] == '\n') {
            return at + 1;
        }
        if (buffer[at] != '\r') {
            return -1;
        }
        if (at + 1 < limit && buffer[at + 1] == '\n') {
            return at + 2;
        }
        return dialect.carriageReturns() || (atEnd && at + 1 == limit) ? at + 1 : -1;
    }

    private boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }

    private long lines() {
        long count = 0;
        for (int at = start; at < end; at++) {
            boolean pair = buffer[at] == '\r' && at + 1 < end && buffer[at + 1] == '\n';
            if (buffer[at] == '\n' || (buffer[at] == '\r' && dialect.carriageReturns() && !pair)) {
                count++;
            }
        }
        return count;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            end -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            if (buffer.length >= LONGEST) {
                throw new FailureException(
                        "A record that begins in line " + line + " has more than " + LONGEST + " characters.",
                        "Perhaps a quote opens there that never closes.");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        atEnd = read < 0;
        limit += Math.max(read, 0);
    }
}
