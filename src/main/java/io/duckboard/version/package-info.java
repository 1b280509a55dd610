/** Which Duckboard this is. */
@NullMarked
package io.duckboard.version;

import org.jspecify.annotations.NullMarked;
