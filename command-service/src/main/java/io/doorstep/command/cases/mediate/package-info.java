/** 人民调解。 Mediators, the agreement, its performance, and its confirmation by the court (Med. 19, 28 to 33). */
@NullMarked
package io.doorstep.command.cases.mediate;

import org.jspecify.annotations.NullMarked;
