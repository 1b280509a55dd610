/** Measures the pages in a browser, as somebody sees them: {@code make bench-pages}. */
@NullMarked
package io.duckboard.bench;

import org.jspecify.annotations.NullMarked;
