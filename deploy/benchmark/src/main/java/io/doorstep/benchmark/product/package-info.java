/** 本产品。 The product itself, started as an office starts it, with all that it does beside. */
@NullMarked
package io.doorstep.benchmark.product;

import org.jspecify.annotations.NullMarked;
