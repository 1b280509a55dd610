package io.duckboard.ui;

import com.vaadin.flow.component.Svg;
import java.io.InputStream;
import java.util.Objects;

/** A small picture beside words, or in their place. It is a part of the page: the browser asks for none of them. */
public final class Glyph extends Svg {

    /** @param file the address of a static file, for example {@code icons/edit.svg} */
    public Glyph(String file) {
        super(read(file));
        addClassName("glyph");
        getElement().setAttribute("aria-hidden", "true");
    }

    private static InputStream read(String file) {
        return Objects.requireNonNull(Glyph.class.getResourceAsStream("/META-INF/resources/" + file), file);
    }
}
