/** 受理。 The petitioner has notice that the matter is handled. */
@NullMarked
package io.doorstep.command.cases.accept;

import org.jspecify.annotations.NullMarked;
