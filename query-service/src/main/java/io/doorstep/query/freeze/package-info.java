/** 定格与比对。 What a list or table gives of itself to be kept as it was, and to be compared with what it has become. */
@NullMarked
package io.doorstep.query.freeze;

import org.jspecify.annotations.NullMarked;
