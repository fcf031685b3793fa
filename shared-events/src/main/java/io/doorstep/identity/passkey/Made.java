package io.doorstep.identity.passkey;

import java.util.List;

/**
 * 新密钥。 What an authenticator answers when it made a key; all of it base64url.
 *
 * @param transports how it is reached, such as {@code usb}
 */
public record Made(String label, String id, String clientData, String attestation, List<String> transports) {
    public Made {
        transports = List.copyOf(transports);
    }
}
