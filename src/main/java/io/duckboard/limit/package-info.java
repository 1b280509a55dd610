/** How much somebody may ask: at once, in a minute, in a day, and for how long. */
@NullMarked
package io.duckboard.limit;

import org.jspecify.annotations.NullMarked;
