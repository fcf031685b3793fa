/** 走访应用。 The shell of the app that runs in the phone: its pages lie in static/visits/app, and no data is in them. */
@NullMarked
package io.doorstep.query.visitapp;

import org.jspecify.annotations.NullMarked;
