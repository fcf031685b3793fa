/** 起始页。 The start page, sign-in and first setup; the full pages belong to the reading side. */
@NullMarked
package io.doorstep.standalone.pages;

import org.jspecify.annotations.NullMarked;
