/** Projects for tests. */
@NullMarked
package io.duckboard.transform.testing;

import org.jspecify.annotations.NullMarked;
