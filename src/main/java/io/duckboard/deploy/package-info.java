/** Deploys the engine to AWS, reports its status there, and removes it again. */
@NullMarked
package io.duckboard.deploy;

import org.jspecify.annotations.NullMarked;
