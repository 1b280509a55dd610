/** The Lineage page. */
@NullMarked
package io.duckboard.transform.ui;

import org.jspecify.annotations.NullMarked;
