package io.doorstep.federation;

import io.doorstep.proof.MerkleTree;

/**
 * 已有。 What the asker has of a county's ledger, proven.
 *
 * @param size number of lines
 * @param chain end of the chain over them
 * @param nodes of the tree over them
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
public record Known(long size, byte[] chain, MerkleTree.Nodes nodes) {}
