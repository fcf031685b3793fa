/** 备份一览。 What was backed up when, how large it is, which root it has, and how it ended. */
@NullMarked
package io.doorstep.query.backup;

import org.jspecify.annotations.NullMarked;
