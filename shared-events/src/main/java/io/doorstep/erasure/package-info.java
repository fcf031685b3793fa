/** 删除个人信息。 Requests to erase a person's data (PIPL 47), the two approvals that each needs, and what became of them. */
@NullMarked
package io.doorstep.erasure;

import org.jspecify.annotations.NullMarked;
