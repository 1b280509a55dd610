/** What tests stand on: a lake made by SQL, an engine asked in process. */
@NullMarked
package io.duckboard.engine.testing;

import org.jspecify.annotations.NullMarked;
