/** 汇数的测试。 */
@NullMarked
package io.doorstep.federation.upper;

import org.jspecify.annotations.NullMarked;
