/** The parts that pages share: the shell around them, notices, progress, and the questions they ask. */
@NullMarked
package io.duckboard.ui;

import org.jspecify.annotations.NullMarked;
