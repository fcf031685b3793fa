/** 走访后续。 A promise made on a visit was kept or not; a visit that had to be looked at was looked at. */
@NullMarked
package io.doorstep.command.cases.followup;

import org.jspecify.annotations.NullMarked;
