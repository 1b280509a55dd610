/** The Jinja of a dbt project, closed: a template reaches what it is given and nothing else. */
@NullMarked
package io.duckboard.transform.template;

import org.jspecify.annotations.NullMarked;
