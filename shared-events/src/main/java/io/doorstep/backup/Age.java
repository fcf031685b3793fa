package io.doorstep.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** 加密。 The age format (age-encryption.org/v1, X25519): who has the office's machine can write archives and read none. */
public final class Age {

    private Age() {}

    /**
     * 密钥对。 A pair of keys for archives.
     *
     * @param recipient goes into the settings of the office
     * @param identity opens the archives; its file stays away from the office's machine
     */
    public record Pair(String recipient, String identity) {}

    public static Pair newPair() {
        try {
            var made = new X25519KeyPairGenerator().generateKeyPair();
            return new Pair(
                    text(made.getPublic().getEncoded()), text(made.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes through to the file, so that the end of it is on the disk when the stream is closed. */
    static OutputStream encrypting(FileChannel file, List<String> recipients) throws IOException {
        try {
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(forced(file), writers(recipients)));
        } catch (GeneralSecurityException failure) {
            throw new IOException("the archive cannot be encrypted", failure);
        }
    }

    static InputStream decrypting(Path file, Path identities) throws IOException {
        var channel = FileChannel.open(file);
        try {
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(channel, readers(identities)));
        } catch (UnsupportedRecipientStanzaException notForHim) {
            channel.close();
            throw new UnusableArchive(
                    "%s was not made for this identity: take the one whose recipient the office had in its settings"
                            .formatted(file.getFileName()),
                    notForHim);
        } catch (GeneralSecurityException | RuntimeException failure) {
            channel.close();
            throw failure instanceof UnusableArchive known
                    ? known
                    : new UnusableArchive("%s is damaged, or no archive".formatted(file.getFileName()), failure);
        }
    }

    /** @throws UnusableArchive when one of them is no recipient */
    static List<RecipientStanzaWriter> writers(List<String> recipients) {
        var writers = new ArrayList<RecipientStanzaWriter>();
        for (var recipient : recipients) {
            try {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
            } catch (GeneralSecurityException | RuntimeException malformed) {
                throw new UnusableArchive(
                        "a recipient of backups is a word that begins with age1, as new-identity prints it");
            }
        }
        if (writers.isEmpty()) {
            throw new UnusableArchive("backups need a recipient: the word with age1 that new-identity prints");
        }
        return writers;
    }

    private static List<RecipientStanzaReader> readers(Path identities) throws IOException {
        var readers = new ArrayList<RecipientStanzaReader>();
        for (var line : Files.readAllLines(identities, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(line.strip()));
                } catch (GeneralSecurityException | RuntimeException malformed) {
                    throw new UnusableArchive("%s holds no identity: a line begins with AGE-SECRET-KEY-1"
                            .formatted(identities.getFileName()));
                }
            }
        }
        return readers;
    }

    private static WritableByteChannel forced(FileChannel file) {
        return new WritableByteChannel() {
            @Override
            public int write(java.nio.ByteBuffer bytes) throws IOException {
                return file.write(bytes);
            }

            @Override
            public boolean isOpen() {
                return file.isOpen();
            }

            @Override
            public void close() throws IOException {
                try (file) {
                    file.force(true);
                }
            }
        };
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.US_ASCII);
    }
}
