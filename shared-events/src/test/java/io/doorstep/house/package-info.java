/** 家规。 The architecture rules that hold in every module. */
@NullMarked
package io.doorstep.house;

import org.jspecify.annotations.NullMarked;
