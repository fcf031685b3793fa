/** 命令。 What an operator does on the command line instead of starting the office: restore, drill, move, new keys. */
@NullMarked
package io.doorstep.standalone.commands;

import org.jspecify.annotations.NullMarked;
