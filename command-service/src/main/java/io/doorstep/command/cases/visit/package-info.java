/** 走访。 Somebody went, or received, and met the petitioner or not. */
@NullMarked
package io.doorstep.command.cases.visit;

import org.jspecify.annotations.NullMarked;
