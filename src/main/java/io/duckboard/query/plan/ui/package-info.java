/** A query's plan on a page. */
@NullMarked
package io.duckboard.query.plan.ui;

import org.jspecify.annotations.NullMarked;
