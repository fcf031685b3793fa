/** 常用视图。 The saved views of whoever asks. */
@NullMarked
package io.doorstep.query.views;

import org.jspecify.annotations.NullMarked;
