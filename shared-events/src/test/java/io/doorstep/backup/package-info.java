/** 备份的检验。 Archives on both databases: whole, damaged, for somebody else, of a busy office. */
@NullMarked
package io.doorstep.backup;

import org.jspecify.annotations.NullMarked;
