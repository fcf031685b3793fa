/** 访问矩阵。 Every address, asked as every role, for cases that are one's own and cases that are not. */
@NullMarked
package io.doorstep.standalone.access;

import org.jspecify.annotations.NullMarked;
