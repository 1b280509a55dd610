/** The parameters of a statement, and the conversion of what people type into values that the engine binds. */
@NullMarked
package io.duckboard.sqlpage.parameter;

import org.jspecify.annotations.NullMarked;
