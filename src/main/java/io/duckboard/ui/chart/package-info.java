/** Charts: what to draw is a record; who draws it is hidden behind one component. */
@NullMarked
package io.duckboard.ui.chart;

import org.jspecify.annotations.NullMarked;
