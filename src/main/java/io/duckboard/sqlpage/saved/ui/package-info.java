/** The panel that shows the saved queries. */
@NullMarked
package io.duckboard.sqlpage.saved.ui;

import org.jspecify.annotations.NullMarked;
