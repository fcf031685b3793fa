package io.doorstep.standalone.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** 痕迹。 Looks for words in the bytes of all files of a folder, in every form in which programs write words down. */
final class Footprints {

    private Footprints() {}

    /** What was found: file, word and form; empty when nothing was. */
    static List<String> of(List<String> words, Path... folders) {
        var found = new TreeSet<String>();
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var bytes = read(file);
                    for (var word : words) {
                        forms(word).stream()
                                .filter(form -> contains(bytes, form.bytes))
                                .forEach(form -> found.add(folder.relativize(file) + ": " + word + " in " + form.name));
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return List.copyOf(found);
    }

    /** A database that runs removes files of its own at any time; what is gone holds no words. */
    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    private static final class Form {
        final String name;
        final byte[] bytes;

        Form(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }
    }

    private static List<Form> forms(String word) {
        var forms = new ArrayList<Form>();
        for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030")) {
            forms.add(new Form(charset, word.getBytes(Charset.forName(charset))));
        }
        var percent = URLEncoder.encode(word, StandardCharsets.UTF_8);
        forms.add(new Form("percent", ascii(percent)));
        forms.add(new Form("percent in small letters", ascii(percent.toLowerCase(Locale.ROOT))));
        forms.add(new Form("JSON escapes", ascii(escaped(word))));
        for (var charset : List.of("UTF-8", "UTF-16LE", "GB18030")) {
            for (var shift = 0; shift < 3; shift++) {
                forms.add(new Form("base64 of " + charset, base64(word.getBytes(Charset.forName(charset)), shift)));
            }
        }
        return forms;
    }

    /** What every base64 text has in it that holds the bytes behind {@code shift} others; its ends depend on the neighbours. */
    private static byte[] base64(byte[] bytes, int shift) {
        var shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        var from = shift == 0 ? 0 : shift + 1;
        var to = text.length() - (shifted.length % 3 == 0 ? 0 : 1);
        return ascii(text.substring(from, to));
    }

    private static String escaped(String word) {
        return word.chars()
                .mapToObj(letter -> letter < 128 ? String.valueOf((char) letter) : "\\u%04x".formatted(letter))
                .collect(Collectors.joining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        var first = wanted[0];
        for (var i = 0; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == first && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
