/** 走访应用测试。 What the shell of the app consists of. */
@NullMarked
package io.doorstep.query.visitapp;

import org.jspecify.annotations.NullMarked;
