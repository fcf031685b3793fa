/** 案件事实。 The facts in the life of a case: flat, sealed, frozen. Never renamed, moved or re-checked. */
@NullMarked
package io.doorstep.events.cases;

import org.jspecify.annotations.NullMarked;
