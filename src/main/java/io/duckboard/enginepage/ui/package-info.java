/** The Engine page. */
@NullMarked
package io.duckboard.enginepage.ui;

import org.jspecify.annotations.NullMarked;
