/** 附件。 Files that belong to a case. */
@NullMarked
package io.doorstep.command.cases.attach;

import org.jspecify.annotations.NullMarked;
