/** 版面。 What the pages share: how a list is asked for, sorted, cut into pages, named and headed. */
@NullMarked
package io.doorstep.query.layout;

import org.jspecify.annotations.NullMarked;
