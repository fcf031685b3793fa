/** 原样的 Axon。 The framework that the product stands on, as its own defaults set it up. */
@NullMarked
package io.doorstep.benchmark.axon;

import org.jspecify.annotations.NullMarked;
