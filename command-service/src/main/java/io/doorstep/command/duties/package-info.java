/** 到期巡查。 Looks every minute at what is due, and does what follows when nobody did anything. */
@NullMarked
package io.doorstep.command.duties;

import org.jspecify.annotations.NullMarked;
