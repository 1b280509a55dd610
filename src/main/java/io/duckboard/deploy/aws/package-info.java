/** AWS's services, and what they say when they refuse. */
@NullMarked
package io.duckboard.deploy.aws;

import org.jspecify.annotations.NullMarked;
