/** A network as slow as that to a store, which counts what passes it. */
@NullMarked
package io.duckboard.engine.bench.network;

import org.jspecify.annotations.NullMarked;
