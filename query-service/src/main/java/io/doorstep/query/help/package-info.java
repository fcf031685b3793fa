/** 帮助。 The handbook of the documentation, shown in the frame. */
@NullMarked
package io.doorstep.query.help;

import org.jspecify.annotations.NullMarked;
