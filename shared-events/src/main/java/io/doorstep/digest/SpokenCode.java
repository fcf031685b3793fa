package io.doorstep.digest;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** 口述码。 A random code that can be read out and typed: five bits a letter, none of which look alike. */
public final class SpokenCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private SpokenCode() {}

    public static String random(int letters) {
        return RANDOM.ints(letters, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** As many letters as there are bytes, five bits of each. */
    public static String of(byte[] secret) {
        return IntStream.range(0, secret.length)
                .mapToObj(i -> ALPHABET.substring(secret[i] & 31, (secret[i] & 31) + 1))
                .collect(Collectors.joining());
    }

    /** The same for a code with blanks, dashes or small letters. */
    public static String hash(String code) {
        return Sha256.hex(letters(code));
    }

    /** What was typed, without blanks and dashes, in capitals. */
    public static String letters(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
