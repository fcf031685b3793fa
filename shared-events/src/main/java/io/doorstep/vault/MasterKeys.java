package io.doorstep.vault;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 主密钥圈。 The master keys that this node knows: the one in use, and during a rotation the next one. */
public final class MasterKeys {

    private final List<KeyWrapping> keys;

    public MasterKeys(List<KeyWrapping> keys) {
        this.keys = List.copyOf(keys);
    }

    public static MasterKeys of(KeyWrapping... keys) {
        return new MasterKeys(List.of(keys));
    }

    /** The one that a new office begins with. */
    KeyWrapping first() {
        return keys.get(0);
    }

    /** The one that a rotation changes to. */
    Optional<KeyWrapping> other(String current) {
        return keys.stream().filter(key -> !key.id().equals(current)).findFirst();
    }

    List<String> ids() {
        return keys.stream().map(KeyWrapping::id).toList();
    }

    KeyWrapping byId(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow(SealingCipher::wrongKey);
    }

    /** The key in plain; {@code wrappedBy} is null for keys from before there was more than one master key. */
    byte[] unwrap(byte[] wrapped, @Nullable String wrappedBy) {
        if (wrappedBy != null) {
            return byId(wrappedBy).unwrap(wrapped);
        }
        for (var key : keys) {
            try {
                return key.unwrap(wrapped);
            } catch (IllegalStateException another) {
                // the next one, perhaps
            }
        }
        throw SealingCipher.wrongKey();
    }
}
