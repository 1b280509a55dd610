/** Renders the Jinja of a dbt project in a closed environment: a template reaches only what it is given. */
@NullMarked
package io.duckboard.transform.template;

import org.jspecify.annotations.NullMarked;
