@NullMarked
package io.duckboard.board;

import org.jspecify.annotations.NullMarked;
