package io.duckboard.tokenpage.ui;

/** Whether a token lets anybody in. */
enum Standing {
    VALID("valid"),
    EXPIRED("expired"),
    REVOKED("revoked"),
    /** Whoever it belongs to is not in the file of users any more. */
    OF_NOBODY("owner is gone");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
