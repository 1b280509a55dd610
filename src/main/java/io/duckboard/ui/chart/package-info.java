/** Charts: a record says what to draw, and one component hides what draws it. */
@NullMarked
package io.duckboard.ui.chart;

import org.jspecify.annotations.NullMarked;
