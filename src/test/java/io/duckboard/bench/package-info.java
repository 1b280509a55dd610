/** Measures the pages in a browser, as a user sees them: {@code make bench-pages}. */
@NullMarked
package io.duckboard.bench;

import org.jspecify.annotations.NullMarked;
