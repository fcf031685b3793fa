package io.doorstep.identity.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** 网段。 An address without what tells one machine from its neighbours. */
final class Network {
    // anything else would be looked up as a name
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

    private Network() {}

    /** For the log: 10.1.2.0/24, 2001:db8:1::/48. */
    static String of(String address) {
        var bytes = bytes(address);
        if (address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1")) {
            return "localhost";
        }
        if (bytes.length == 4) {
            return (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + ".0/24";
        }
        return bytes.length == 16 ? prefix(bytes, 3) + "::/48" : "?";
    }

    /** Who is one source of guesses: an address, or the network that a house has of the newer kind. */
    static String source(String address) {
        var bytes = bytes(address);
        return bytes.length == 16 ? prefix(bytes, 4) : address;
    }

    private static String prefix(byte[] bytes, int groups) {
        var text = new StringBuilder();
        for (var i = 0; i < groups; i++) {
            text.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString((bytes[2 * i] & 255) << 8 | (bytes[2 * i + 1] & 255)));
        }
        return text.toString();
    }

    private static byte[] bytes(String address) {
        var bare = address.startsWith("[") ? address.substring(1, Math.max(1, address.indexOf(']'))) : address;
        var zone = bare.indexOf('%');
        var literal = zone < 0 ? bare : bare.substring(0, zone);
        if (!LITERAL.matcher(literal).matches()) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException notAnAddress) {
            return new byte[0];
        }
    }
}
