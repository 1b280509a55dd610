/** Tests the queries of dashboards by asking the engine, without running them. */
@NullMarked
package io.duckboard.board.check;

import org.jspecify.annotations.NullMarked;
