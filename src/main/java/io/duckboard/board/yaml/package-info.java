/** YAML as it is read: values with their places, by shapes that are their schema too. */
@NullMarked
package io.duckboard.board.yaml;

import org.jspecify.annotations.NullMarked;
