/** 撤回。 The petitioner takes his matter back. */
@NullMarked
package io.doorstep.command.cases.withdraw;

import org.jspecify.annotations.NullMarked;
