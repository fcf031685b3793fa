/** 回避。 Keeping an officer away from a case that he has an interest in, and taking that back. */
@NullMarked
package io.doorstep.command.cases.recuse;

import org.jspecify.annotations.NullMarked;
