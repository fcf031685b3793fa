/** 交办。 Making a unit, and in it an officer, answerable for a case. */
@NullMarked
package io.doorstep.command.cases.assign;

import org.jspecify.annotations.NullMarked;
