/** 到期事务。 What has to be done by a day, and who keeps an eye on it: the part that both sides know of. */
@NullMarked
package io.doorstep.duties;

import org.jspecify.annotations.NullMarked;
