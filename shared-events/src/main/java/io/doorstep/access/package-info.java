/** 查阅记录。 Who had personal data opened, of which case, when and what for. */
@NullMarked
package io.doorstep.access;

import org.jspecify.annotations.NullMarked;
