/** Draws charts with Vaadin Charts, for people who have a licence. */
@NullMarked
package io.duckboard.ui.chart.vaadin;

import org.jspecify.annotations.NullMarked;
