/** The panel of the saved queries. */
@NullMarked
package io.duckboard.query.saved.ui;

import org.jspecify.annotations.NullMarked;
