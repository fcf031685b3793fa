/** 关联。 A person decides that two cases belong together; a machine never does. */
@NullMarked
package io.doorstep.command.cases.link;

import org.jspecify.annotations.NullMarked;
