/** 问题清单。 The cases that are open at a moment: neither closed out nor gone by an exit. */
@NullMarked
package io.doorstep.query.problemlist;

import org.jspecify.annotations.NullMarked;
