/** 个人号码。 Telephone and identity numbers: their form, and the one way of writing them under which they are found again. */
@NullMarked
package io.doorstep.people;

import org.jspecify.annotations.NullMarked;
