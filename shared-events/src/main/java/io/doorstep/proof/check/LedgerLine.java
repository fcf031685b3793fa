package io.doorstep.proof.check;

/**
 * 存证账行。 What the ledger says of one fact.
 *
 * @param position its place in the ledger, from 0
 * @param index where the store keeps the fact
 * @param chain the chain up to and with it
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
public record LedgerLine(long position, long index, byte[] leaf, byte[] chain) {}
