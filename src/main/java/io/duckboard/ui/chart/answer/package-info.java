/** Charts of a query's answer: which charts its columns allow, a first guess, and the choice that people make. */
@NullMarked
package io.duckboard.ui.chart.answer;

import org.jspecify.annotations.NullMarked;
