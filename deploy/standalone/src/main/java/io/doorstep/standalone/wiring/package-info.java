/** 装配。 Which of the two services run in this process. */
@NullMarked
package io.doorstep.standalone.wiring;

import org.jspecify.annotations.NullMarked;
