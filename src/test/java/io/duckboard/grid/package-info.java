@NullMarked
package io.duckboard.grid;

import org.jspecify.annotations.NullMarked;
