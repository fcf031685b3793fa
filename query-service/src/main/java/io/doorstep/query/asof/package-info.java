/** 时点。 What every list, page and figure is asked of: each case as it was at a legal moment and known at another. */
@NullMarked
package io.doorstep.query.asof;

import org.jspecify.annotations.NullMarked;
