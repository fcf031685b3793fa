/** 交办清单。 The assignments in force at a moment, with all their dates. */
@NullMarked
package io.doorstep.query.assignmentlist;

import org.jspecify.annotations.NullMarked;
