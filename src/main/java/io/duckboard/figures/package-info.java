/** Numbers as people read them, on pages and terminals alike. */
@NullMarked
package io.duckboard.figures;

import org.jspecify.annotations.NullMarked;
