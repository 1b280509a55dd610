/** Charts of a query's answer: what can be drawn of its columns, a first guess, and the choice that people make. */
@NullMarked
package io.duckboard.ui.chart.answer;

import org.jspecify.annotations.NullMarked;
