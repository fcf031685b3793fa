/** 复查与复核。 The two legal stages of appeal (Reg. 35, 36). */
@NullMarked
package io.doorstep.command.cases.review;

import org.jspecify.annotations.NullMarked;
