/** 提醒发送的测试。 Tests of what leaves the house, against real servers that refuse, hang up and lead astray. */
@NullMarked
package io.doorstep.command.reminders;

import org.jspecify.annotations.NullMarked;
