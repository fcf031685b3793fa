/** 直写数据库。 The limit: hand-written SQL with nothing between it and the driver. */
@NullMarked
package io.doorstep.benchmark.raw;

import org.jspecify.annotations.NullMarked;
