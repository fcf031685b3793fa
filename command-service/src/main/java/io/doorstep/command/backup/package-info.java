/** 备份。 Has the office backed up, at night and when an administrator asks for it. */
@NullMarked
package io.doorstep.command.backup;

import org.jspecify.annotations.NullMarked;
