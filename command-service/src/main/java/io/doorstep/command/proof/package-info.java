/** 验真。 Has the history checked, or a checkpoint made, when somebody asks for it. */
@NullMarked
package io.doorstep.command.proof;

import org.jspecify.annotations.NullMarked;
