/** The panel that shows a query's plan. */
@NullMarked
package io.duckboard.sqlpage.plan.ui;

import org.jspecify.annotations.NullMarked;
