/** 历史事实的读法。 How facts of older revisions are read today; literals only, never a living class. */
@NullMarked
package io.doorstep.events.upcasting;

import org.jspecify.annotations.NullMarked;
