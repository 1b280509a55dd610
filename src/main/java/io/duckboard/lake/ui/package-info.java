/** The page that shows what is in the lake. */
@NullMarked
package io.duckboard.lake.ui;

import org.jspecify.annotations.NullMarked;
