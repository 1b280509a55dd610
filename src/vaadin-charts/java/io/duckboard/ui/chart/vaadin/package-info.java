/** Charts as Vaadin Charts draws them, for those who hold a licence. */
@NullMarked
package io.duckboard.ui.chart.vaadin;

import org.jspecify.annotations.NullMarked;
