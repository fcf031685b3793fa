/** 并案。 The case goes on as part of another, and counts once. */
@NullMarked
package io.doorstep.command.cases.merge;

import org.jspecify.annotations.NullMarked;
