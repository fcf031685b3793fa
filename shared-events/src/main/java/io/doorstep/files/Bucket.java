package io.doorstep.files;

import java.net.URI;
import java.time.Duration;

/**
 * 桶。 Where a bucket is and how to get in.
 *
 * @param region what the store calls its region; most in an office do not care
 * @param prefix what all names in the bucket begin with; empty, or ending in a slash
 * @param pathStyle whether the bucket stands in the path of addresses and not in the name of the host
 * @param patience how long one request may take, with its repetitions
 */
public record Bucket(
        URI endpoint,
        String region,
        String name,
        String prefix,
        boolean pathStyle,
        String accessKey,
        String secretKey,
        Duration patience) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "Bucket[" + endpoint + "/" + name + "/" + prefix + "]";
    }
}
