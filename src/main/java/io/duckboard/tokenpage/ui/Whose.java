package io.duckboard.tokenpage.ui;

/** Which tokens an operator looks at. */
enum Whose {
    MINE("My tokens"),
    EVERYBODYS("Everybody's");

    private final String words;

    Whose(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
