/** Has many people use the built app at once, and measures what they wait for and what the app holds in memory. */
@NullMarked
package io.duckboard.load;

import org.jspecify.annotations.NullMarked;
