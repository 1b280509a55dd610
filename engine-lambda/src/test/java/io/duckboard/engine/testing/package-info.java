/** Helpers that the tests share: a lake made by SQL, and an engine that is called in process. */
@NullMarked
package io.duckboard.engine.testing;

import org.jspecify.annotations.NullMarked;
