/** What a project says of its nodes, as dbt's docs do: what each is, its columns, its tests and its SQL. */
@NullMarked
package io.duckboard.transform.docs;

import org.jspecify.annotations.NullMarked;
