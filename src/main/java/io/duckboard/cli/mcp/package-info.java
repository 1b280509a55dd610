/** The command by which an agent on this machine asks the lake. */
@NullMarked
package io.duckboard.cli.mcp;

import org.jspecify.annotations.NullMarked;
