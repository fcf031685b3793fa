/** 上下联通的测试件。 Counties that serve their ledgers on this machine. */
@NullMarked
package io.doorstep.federation;

import org.jspecify.annotations.NullMarked;
