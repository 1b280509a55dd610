/** Gives access to AWS's services, and explains their refusals. */
@NullMarked
package io.duckboard.deploy.aws;

import org.jspecify.annotations.NullMarked;
