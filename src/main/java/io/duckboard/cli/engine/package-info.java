/** {@code duckboard engine}: the engine alone, for whoever calls it. */
@NullMarked
package io.duckboard.cli.engine;

import org.jspecify.annotations.NullMarked;
