@NullMarked
package io.duckboard.database.socket;

import org.jspecify.annotations.NullMarked;
