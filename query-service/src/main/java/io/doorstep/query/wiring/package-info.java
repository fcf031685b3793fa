/** 装配。 How the reading side is put together. */
@NullMarked
package io.doorstep.query.wiring;

import org.jspecify.annotations.NullMarked;
