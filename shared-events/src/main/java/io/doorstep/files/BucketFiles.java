package io.doorstep.files;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * 对象存储。 A bucket of any store that speaks S3, with the names that files have on disk.
 *
 * <p>The client asks nobody but the endpoint: keys and region are given, no profile and no instance's metadata is looked at. Beside the
 * plain protocol it needs nothing newer than Content-MD5, which stores of other makers know.
 */
public final class BucketFiles implements FileStore, AutoCloseable {

    private final S3Client client;
    private final Bucket bucket;

    public BucketFiles(Bucket bucket) {
        this.bucket = bucket;
        this.client = S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .forcePathStyle(bucket.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(bucket.patience().dividedBy(2))
                        .socketTimeout(bucket.patience()))
                .overrideConfiguration(settings -> settings.apiCallTimeout(bucket.patience())
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }

    @Override
    public void put(String caseId, String name, byte[] content) throws IOException {
        asked(() -> client.putObject(
                put -> put.bucket(bucket.name()).key(key(caseId, name)).contentMD5(md5(content)),
                RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<byte[]> get(String caseId, String name) throws IOException {
        return asked(() -> {
            try {
                return Optional.of(
                        client.getObjectAsBytes(get -> get.bucket(bucket.name()).key(key(caseId, name)))
                                .asByteArray());
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<String> names(String caseId) throws IOException {
        var before = key(caseId, "");
        return asked(() ->
                client.listObjectsV2Paginator(list -> list.bucket(bucket.name()).prefix(before)).contents().stream()
                        .map(S3Object::key)
                        .map(key -> key.substring(before.length()))
                        .toList());
    }

    @Override
    public void remove(String caseId, String name) throws IOException {
        asked(() -> client.deleteObject(delete -> delete.bucket(bucket.name()).key(key(caseId, name))));
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(String caseId, String name) {
        return bucket.prefix() + caseId + "/" + name;
    }

    private static <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (SdkException failure) {
            throw new IOException("the store of attachments does not answer as it should", failure);
        }
    }

    private static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
