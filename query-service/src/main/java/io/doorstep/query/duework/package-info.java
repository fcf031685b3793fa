/** 到期待办。 What is due when, for whom, and what follows when nothing happens. */
@NullMarked
package io.doorstep.query.duework;

import org.jspecify.annotations.NullMarked;
