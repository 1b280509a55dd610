@NullMarked
package io.duckboard.boardpage;

import org.jspecify.annotations.NullMarked;
