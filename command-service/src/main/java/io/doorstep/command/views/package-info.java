/** 常用视图的保存。 Saves and removes an officer's own views of the lists. */
@NullMarked
package io.doorstep.command.views;

import org.jspecify.annotations.NullMarked;
