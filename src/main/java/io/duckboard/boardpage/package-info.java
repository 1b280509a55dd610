/** What a dashboard's page shows of answers: values as text, rows by the names of their columns. */
@NullMarked
package io.duckboard.boardpage;

import org.jspecify.annotations.NullMarked;
