package io.duckboard.engine.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an attacker would do, and a test does: SECURITY.md lists them all. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Attack {

    /** Who does what, as a line of the table. */
    String value();
}
