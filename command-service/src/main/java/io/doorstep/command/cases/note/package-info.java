/** 办理记录。 Something worth knowing about the handling. */
@NullMarked
package io.doorstep.command.cases.note;

import org.jspecify.annotations.NullMarked;
