/** The page that shows what is in the lake. */
@NullMarked
package io.duckboard.datapage.ui;

import org.jspecify.annotations.NullMarked;
