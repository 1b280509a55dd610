/** A query's plan on a page. */
@NullMarked
package io.duckboard.sqlpage.plan.ui;

import org.jspecify.annotations.NullMarked;
