/** The menu by which people take a whole answer home. */
@NullMarked
package io.duckboard.sqlpage.download.ui;

import org.jspecify.annotations.NullMarked;
