package io.duckboard.boardpage;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The text of a tile. */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();

    /** HTML in the text is shown as text, and an address of a scheme that runs something leads nowhere. */
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(_ -> (_, tag, attributes) -> {
                if (tag.equals("a")) {
                    attributes.put("rel", "noopener noreferrer");
                    attributes.put("target", "_blank");
                }
            })
            .build();

    private Markdown() {}

    /** Returns HTML without anything that runs or is fetched from elsewhere, in one element. */
    public static String html(String markdown) {
        Node text = PARSER.parse(markdown);
        text.accept(new WithoutPictures());
        return "<div>" + RENDERER.render(text) + "</div>";
    }

    /** Leaves the words that stand for a picture. */
    private static final class WithoutPictures extends AbstractVisitor {

        @Override
        public void visit(Image picture) {
            visitChildren(picture);
            while (picture.getFirstChild() != null) {
                picture.insertBefore(picture.getFirstChild());
            }
            picture.unlink();
        }
    }
}
