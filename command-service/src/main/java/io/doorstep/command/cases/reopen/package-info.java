/** 重开。 A new cycle of a case that was resolved or struck off. */
@NullMarked
package io.doorstep.command.cases.reopen;

import org.jspecify.annotations.NullMarked;
