@NullMarked
package io.duckboard.mcp;

import org.jspecify.annotations.NullMarked;
