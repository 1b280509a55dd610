/** The data that crosses the Lambda boundary: requests, answers and errors. */
@NullMarked
package io.duckboard.engine.protocol;

import org.jspecify.annotations.NullMarked;
