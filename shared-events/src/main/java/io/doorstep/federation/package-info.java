/** 上下联通。 How a county's facts go to the level above with proof that none is missing: the words on the line, and their check (docs/decisions/0051). */
@NullMarked
package io.doorstep.federation;

import org.jspecify.annotations.NullMarked;
