/** Tests of dashboards as pages of their own. */
@NullMarked
package io.duckboard.board.export;

import org.jspecify.annotations.NullMarked;
