/** 测试用具。 The reading side on a real database, without the web. */
@NullMarked
package io.doorstep.query.testing;

import org.jspecify.annotations.NullMarked;
