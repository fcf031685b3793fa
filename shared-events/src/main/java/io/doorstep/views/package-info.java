/** 常用视图。 Filters of a list that somebody saved under a name of his own. */
@NullMarked
package io.doorstep.views;

import org.jspecify.annotations.NullMarked;
