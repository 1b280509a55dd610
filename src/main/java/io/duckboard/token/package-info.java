/** Tokens, by which programs ask in the name of a person or in their own. */
@NullMarked
package io.duckboard.token;

import org.jspecify.annotations.NullMarked;
