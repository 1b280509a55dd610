/** What crosses the Lambda boundary: requests, answers, errors, and the lake's catalog. */
@NullMarked
package io.duckboard.engine.protocol;

import org.jspecify.annotations.NullMarked;
