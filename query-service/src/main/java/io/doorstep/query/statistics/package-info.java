/** 统计。 The figures of petition work: each says what it counts, what it leaves out and why, and which cases it means. */
@NullMarked
package io.doorstep.query.statistics;

import org.jspecify.annotations.NullMarked;
