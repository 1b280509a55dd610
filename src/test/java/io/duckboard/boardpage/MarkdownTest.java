package io.duckboard.boardpage;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.Attack;
import org.junit.jupiter.api.Test;

/** The Markdown of a tile becomes HTML in which nothing of it runs. */
class MarkdownTest {

    @Test
    void becomesHtml() {
        assertThat(Markdown.html("Fares **without** [tips](https://example.com)"))
                .isEqualTo("<div><p>Fares <strong>without</strong>"
                        + " <a rel=\"noopener noreferrer\" href=\"https://example.com\" target=\"_blank\">tips</a></p>\n"
                        + "</div>");
    }

    @Test
    @Attack("A dashboard's text brings HTML, a script in an address, or a picture of another server")
    void showsHtmlAsTextAndFetchesNothing() {
        assertThat(Markdown.html("<script>hack()</script>\n\nsee <img src=x onerror=hack()>"))
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;", "&lt;img src=x onerror=hack()&gt;");
        assertThat(Markdown.html("[click](javascript:hack())")).doesNotContain("javascript:");
        assertThat(Markdown.html("![a *picture*](https://example.com/x.png)"))
                .doesNotContain("<img", "example.com")
                .contains("a <em>picture</em>");
    }
}
