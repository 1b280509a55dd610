/** A dashboard as one file of HTML, with the data of a moment, that needs no network and no script. */
@NullMarked
package io.duckboard.board.export;

import org.jspecify.annotations.NullMarked;
