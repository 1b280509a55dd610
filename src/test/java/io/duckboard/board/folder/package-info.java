@NullMarked
package io.duckboard.board.folder;

import org.jspecify.annotations.NullMarked;
