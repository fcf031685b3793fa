package io.doorstep.files;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** 对象存储服务。 A real server that speaks S3, over a folder, for those who know its keys. */
public final class ObjectStore implements AutoCloseable {

    public static final String KEY = "office";
    public static final String SECRET = "not-a-secret-at-all";
    public static final String BUCKET = "attachments";

    private final S3Proxy server;

    private ObjectStore(S3Proxy server) {
        this.server = server;
    }

    public static ObjectStore over(Path folder) {
        try {
            Files.createDirectories(folder.resolve(BUCKET));
            var server = S3Proxy.builder()
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, SECRET)
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .build();
            server.start();
            return new ObjectStore(server);
        } catch (RuntimeException wrong) {
            throw wrong;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** As somebody with this secret sees it. */
    public Bucket bucket(String name, String secret) {
        return new Bucket(endpoint(), "us-east-1", name, "office/", true, KEY, secret, Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
