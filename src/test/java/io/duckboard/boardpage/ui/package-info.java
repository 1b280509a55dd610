@NullMarked
package io.duckboard.boardpage.ui;

import org.jspecify.annotations.NullMarked;
