/** What agents may ask the lake, by the Model Context Protocol. */
@NullMarked
package io.duckboard.mcp;

import org.jspecify.annotations.NullMarked;
