/** The fields for the parameters of a statement. */
@NullMarked
package io.duckboard.sqlpage.parameter.ui;

import org.jspecify.annotations.NullMarked;
