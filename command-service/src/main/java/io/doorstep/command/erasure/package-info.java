/** 删除个人信息。 Asking for the erasure of a petitioner's data, the two approvals, and the erasure itself. */
@NullMarked
package io.doorstep.command.erasure;

import org.jspecify.annotations.NullMarked;
