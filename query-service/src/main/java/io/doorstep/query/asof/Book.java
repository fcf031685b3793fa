package io.doorstep.query.asof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 簿册。 A part of the reading side that the writing side asks through a port of its own, such as what is due: it is there in a process
 * that only takes commands, too (docs/decisions/0047).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Book {}
