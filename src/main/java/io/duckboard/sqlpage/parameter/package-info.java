/** The parameters of a statement, and what people type for them as values that the engine binds. */
@NullMarked
package io.duckboard.sqlpage.parameter;

import org.jspecify.annotations.NullMarked;
