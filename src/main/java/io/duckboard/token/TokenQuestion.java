package io.duckboard.token;

import java.util.Arrays;
import java.util.Optional;

/** What commands ask the running app about tokens. */
enum TokenQuestion {
    ISSUE("token.issue"),
    LIST("token.list"),
    REVOKE("token.revoke");

    private final String question;

    TokenQuestion(String question) {
        this.question = question;
    }

    static Optional<TokenQuestion> named(String question) {
        return Arrays.stream(values())
                .filter(one -> one.question.equals(question))
                .findFirst();
    }

    String question() {
        return question;
    }
}
