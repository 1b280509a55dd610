/** Who did what and when, in a file that only grows. */
@NullMarked
package io.duckboard.audit;

import org.jspecify.annotations.NullMarked;
