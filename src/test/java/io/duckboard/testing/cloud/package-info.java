/** AWS as far as it can be played on this machine. */
@NullMarked
package io.duckboard.testing.cloud;

import org.jspecify.annotations.NullMarked;
