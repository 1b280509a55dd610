package io.duckboard.engine.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that does what an attacker would do. SECURITY.md lists all of them. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Attack {

    /** The attacker and the attack, as a line of the table. */
    String value();
}
