/** How people sign in, where they have to: by a file of users, or by an OpenID Connect server. */
@NullMarked
package io.duckboard.security.signin;

import org.jspecify.annotations.NullMarked;
