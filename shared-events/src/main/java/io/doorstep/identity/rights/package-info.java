/** 账号与权限。 Opens accounts and changes what they may do; each change is kept with who, when, before, after and why. */
@NullMarked
package io.doorstep.identity.rights;

import org.jspecify.annotations.NullMarked;
