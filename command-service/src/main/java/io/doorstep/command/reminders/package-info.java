/** 提醒。 Tells people of last days as the ladder says, urges and supervises by rule, and sends what leaves the house. */
@NullMarked
package io.doorstep.command.reminders;

import org.jspecify.annotations.NullMarked;
