/** 收件窗口。 How a POST becomes a command and its receipt an answer. */
@NullMarked
package io.doorstep.command.web;

import org.jspecify.annotations.NullMarked;
