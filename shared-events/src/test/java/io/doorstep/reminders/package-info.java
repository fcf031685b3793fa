/** 提醒的测试。 Tests of reminders and of the outbox, on both databases. */
@NullMarked
package io.doorstep.reminders;

import org.jspecify.annotations.NullMarked;
