/** Stand-ins for what is outside the app. */
@NullMarked
package io.duckboard.testing;

import org.jspecify.annotations.NullMarked;
