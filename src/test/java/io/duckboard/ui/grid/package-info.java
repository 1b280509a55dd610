@NullMarked
package io.duckboard.ui.grid;

import org.jspecify.annotations.NullMarked;
