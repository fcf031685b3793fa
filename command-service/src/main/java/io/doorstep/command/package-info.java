/** 命令端。 The writing side: who may do what, and when not; one package a verb. */
@NullMarked
package io.doorstep.command;

import org.jspecify.annotations.NullMarked;
