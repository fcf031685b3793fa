package io.doorstep.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 手头密钥。 What one transaction has looked up of the keys, until it ends; what another one destroys is known to the next. Only who asks
 * for it has it, since a transaction that destroys keys must not go on with them.
 */
final class KeysInHand implements TransactionSynchronization {

    final Map<String, Optional<byte[]>> keys = new HashMap<>();

    @Nullable
    String currentMaster;

    /** Of the transaction that this thread is in; null where nobody asked for it. */
    static @Nullable KeysInHand current() {
        return (KeysInHand) TransactionSynchronizationManager.getResource(KeysInHand.class);
    }

    static KeysInHand take() {
        var before = current();
        if (before != null) {
            return before;
        }
        var hand = new KeysInHand();
        TransactionSynchronizationManager.bindResource(KeysInHand.class, hand);
        TransactionSynchronizationManager.registerSynchronization(hand);
        return hand;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(KeysInHand.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(KeysInHand.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResource(KeysInHand.class);
    }
}
