/** 全史导入。 Brings a whole history, as the verifier exports it, into an empty Doorstep. */
@NullMarked
package io.doorstep.history;

import org.jspecify.annotations.NullMarked;
