/** 提醒页。 What the reader was told of last days; and, for who keeps the machine, what could not be sent. */
@NullMarked
package io.doorstep.query.reminders;

import org.jspecify.annotations.NullMarked;
