/** Charts: what to draw is a record; who draws it is hidden behind one component. */
@NullMarked
package io.duckboard.chart;

import org.jspecify.annotations.NullMarked;
