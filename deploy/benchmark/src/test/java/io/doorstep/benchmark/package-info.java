/** 性能对照的检验。 That what is measured is what was meant. */
@NullMarked
package io.doorstep.benchmark;

import org.jspecify.annotations.NullMarked;
