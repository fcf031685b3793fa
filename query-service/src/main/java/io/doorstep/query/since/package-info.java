/** 此后的变动。 What an answer about the past does not say and today's does, in words. */
@NullMarked
package io.doorstep.query.since;

import org.jspecify.annotations.NullMarked;
