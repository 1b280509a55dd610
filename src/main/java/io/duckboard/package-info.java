/** The app: its start, its layout and its theme. */
@NullMarked
package io.duckboard;

import org.jspecify.annotations.NullMarked;
