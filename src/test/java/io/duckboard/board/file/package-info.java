@NullMarked
package io.duckboard.board.file;

import org.jspecify.annotations.NullMarked;
