/** 限量的测试。 */
@NullMarked
package io.doorstep.limits;

import org.jspecify.annotations.NullMarked;
