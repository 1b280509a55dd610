/** Fields for the parameters of a statement. */
@NullMarked
package io.duckboard.query.parameter.ui;

import org.jspecify.annotations.NullMarked;
