/** 督办。 An order from above to see to a case, and the unit's answer. */
@NullMarked
package io.doorstep.command.cases.supervise;

import org.jspecify.annotations.NullMarked;
