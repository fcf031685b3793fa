/** 上下联通。 Counties and the level above, as offices that run. */
@NullMarked
package io.doorstep.standalone.federation;

import org.jspecify.annotations.NullMarked;
