/** 延期。 The handling period is lawfully lengthened (Reg. 34). */
@NullMarked
package io.doorstep.command.cases.extend;

import org.jspecify.annotations.NullMarked;
