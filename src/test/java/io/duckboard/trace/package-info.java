@NullMarked
package io.duckboard.trace;

import org.jspecify.annotations.NullMarked;
