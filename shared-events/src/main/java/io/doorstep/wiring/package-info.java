/** 装配。 How the shared parts are put together. */
@NullMarked
package io.doorstep.wiring;

import org.jspecify.annotations.NullMarked;
