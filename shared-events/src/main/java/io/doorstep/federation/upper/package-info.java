/** 汇数。 The upper level's end: asks each county, believes nothing unproven, keeps copies and says how fresh they are. */
@NullMarked
package io.doorstep.federation.upper;

import org.jspecify.annotations.NullMarked;
