/** 化解与办结。 A matter is settled, or its procedure ended, with evidence. */
@NullMarked
package io.doorstep.command.cases.resolve;

import org.jspecify.annotations.NullMarked;
