package io.doorstep.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.files.BucketFiles;
import io.doorstep.files.DiskFiles;
import io.doorstep.files.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** 附件存放的设置。 Which store the settings choose, and what they are refused for. */
class AttachmentSettingsTest {

    @TempDir
    Path folder;

    @Test
    void without_a_setting_files_lie_on_disk() throws Exception {
        var store =
                new AttachmentSettings(new MockEnvironment().withProperty("doorstep.data", folder.toString())).store();
        assertThat(store).isInstanceOf(DiskFiles.class);
        store.put("c", "f", new byte[] {1});
        assertThat(folder.resolve("attachments/c/f")).exists();
    }

    @Test
    void a_bucket_is_opened_with_the_keys_of_a_file() throws Exception {
        var keys = folder.resolve("keys");
        Files.writeString(keys, "access-key=" + ObjectStore.KEY + "\nsecret-key=" + ObjectStore.SECRET + "\n");
        try (var server = ObjectStore.over(folder)) {
            var store = new AttachmentSettings(bucket(server)
                            .withProperty("doorstep.attachments.s3.credentials-file", keys.toString())
                            .withProperty("doorstep.attachments.s3.prefix", "office"))
                    .store();
            assertThat(store).isInstanceOf(BucketFiles.class);
            store.put("c", "f", "x".getBytes(StandardCharsets.UTF_8));
            assertThat(store.names("c")).containsExactly("f");
            assertThat(folder.resolve(ObjectStore.BUCKET).resolve("office/c/f")).exists();
        }
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        try (var server = ObjectStore.over(folder)) {
            assertThatThrownBy(() -> new AttachmentSettings(bucket(server)).store())
                    .hasMessageContaining("doorstep.attachments.s3.access-key");
        }
        assertThatThrownBy(() -> new AttachmentSettings(
                                new MockEnvironment().withProperty("doorstep.attachments.store", "tape"))
                        .store())
                .hasMessageContaining("disk or s3");
    }

    private static MockEnvironment bucket(ObjectStore server) {
        return new MockEnvironment()
                .withProperty("doorstep.attachments.store", "s3")
                .withProperty(
                        "doorstep.attachments.s3.endpoint", server.endpoint().toString())
                .withProperty("doorstep.attachments.s3.bucket", ObjectStore.BUCKET);
    }
}
