/** 查阅。 Who may read sealed words, how much of them is shown, and the record of every opening. */
@NullMarked
package io.doorstep.query.access;

import org.jspecify.annotations.NullMarked;
