/** The HTTP API: what programs ask with a token. */
@NullMarked
package io.duckboard.api;

import org.jspecify.annotations.NullMarked;
