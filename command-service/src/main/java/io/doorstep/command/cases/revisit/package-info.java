/** 回访。 An independent check back with the petitioner. */
@NullMarked
package io.doorstep.command.cases.revisit;

import org.jspecify.annotations.NullMarked;
