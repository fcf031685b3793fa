/** 登录。 The door of the pages. */
@NullMarked
package io.doorstep.query.home;

import org.jspecify.annotations.NullMarked;
