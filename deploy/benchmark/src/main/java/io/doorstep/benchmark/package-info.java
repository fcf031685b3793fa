/** 性能对照。 Doorstep, what a team would use instead, and the limit of the machine: the same work, in turns, in one run. */
@NullMarked
package io.doorstep.benchmark;

import org.jspecify.annotations.NullMarked;
