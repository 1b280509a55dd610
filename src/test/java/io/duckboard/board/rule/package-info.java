/** Tests of dashboards that are made by rule. */
@NullMarked
package io.duckboard.board.rule;

import org.jspecify.annotations.NullMarked;
