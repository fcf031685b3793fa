/** 演示。 An invented county year with accounts that everybody knows; only with the profile {@code demo}. */
@NullMarked
package io.doorstep.standalone.demo;

import org.jspecify.annotations.NullMarked;
