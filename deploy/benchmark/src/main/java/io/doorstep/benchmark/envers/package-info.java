/** 带历史的 JPA。 What a team of today builds first: entities, with Envers for their history. */
@NullMarked
package io.doorstep.benchmark.envers;

import org.jspecify.annotations.NullMarked;
