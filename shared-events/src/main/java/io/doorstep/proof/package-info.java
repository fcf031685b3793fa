/** 存证。 What proves that the history is whole: a chain and a tree of hashes over all facts, and signed checkpoints of them. Needs no database. */
@NullMarked
package io.doorstep.proof;

import org.jspecify.annotations.NullMarked;
