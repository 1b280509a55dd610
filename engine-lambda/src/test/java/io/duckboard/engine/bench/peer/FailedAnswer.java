package io.duckboard.engine.bench.peer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A peer answered that it could not. */
public final class FailedAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");

    FailedAnswer(String answer) {
        super(answer);
    }

    /** In a word, if it has one. */
    public String code() {
        Matcher code = CODE.matcher(String.valueOf(getMessage()));
        return code.find() ? code.group(1) : "failed";
    }
}
