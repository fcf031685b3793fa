/** 命令的递送。 How a command reaches its case: once, with its receipt, again after a collision, and counted. */
@NullMarked
package io.doorstep.command.dispatch;

import org.jspecify.annotations.NullMarked;
