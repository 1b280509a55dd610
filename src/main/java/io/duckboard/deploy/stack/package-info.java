/** Handles a CloudFormation stack: its state, what would change, and what happens to it. */
@NullMarked
package io.duckboard.deploy.stack;

import org.jspecify.annotations.NullMarked;
