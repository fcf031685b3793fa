/** 诉访分离。 The matter belongs to a court, an arbitrator, the party or another administrative procedure. */
@NullMarked
package io.doorstep.command.cases.divert;

import org.jspecify.annotations.NullMarked;
