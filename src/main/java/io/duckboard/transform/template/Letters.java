package io.duckboard.transform.template;

import java.util.AbstractList;

/** A text as a list of texts of one UTF-16 unit each. Each text is made only when it is read. */
final class Letters extends AbstractList<String> {

    private final String text;

    Letters(String text) {
        this.text = text;
    }

    @Override
    public String get(int index) {
        return text.substring(index, index + 1);
    }

    @Override
    public int size() {
        return text.length();
    }
}
