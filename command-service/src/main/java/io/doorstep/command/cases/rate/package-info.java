/** 满意度评价。 What the petitioner thinks of the work. */
@NullMarked
package io.doorstep.command.cases.rate;

import org.jspecify.annotations.NullMarked;
