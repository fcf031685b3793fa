/** 提醒。 What people are told of last days, and the outbox from which it leaves the house: once, and never at a rebuild. */
@NullMarked
package io.doorstep.reminders;

import org.jspecify.annotations.NullMarked;
