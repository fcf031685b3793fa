/** 无会周。 The week of a month in which leaders take cases to the villages: the part that both sides know of. */
@NullMarked
package io.doorstep.weeks;

import org.jspecify.annotations.NullMarked;
