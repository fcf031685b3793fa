/** 复核听证。 The days of a recheck stand still while a hearing is held (Reg. 36). */
@NullMarked
package io.doorstep.command.cases.hearing;

import org.jspecify.annotations.NullMarked;
