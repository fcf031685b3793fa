package io.doorstep.command.visits;

import io.doorstep.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A file as a telephone gives it out. */
final class Bundle {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final VisitingOffice.Phone phone;
    private final List<Map<String, String>> items = new ArrayList<>();

    private Bundle(VisitingOffice.Phone phone) {
        this.phone = phone;
    }

    static Bundle of(VisitingOffice.Phone phone) {
        return new Bundle(phone);
    }

    Bundle visit(String id, UUID caseId, byte[] json) throws GeneralSecurityException {
        return add(id, "VISIT", caseId, json, Map.of());
    }

    Bundle file(UUID caseId, byte[] content) throws GeneralSecurityException {
        var sha256 = Sha256.hex(content);
        return add(sha256, "FILE", caseId, content, Map.of("sha256", sha256, "name", "photo-1.jpg"));
    }

    private Bundle add(String id, String kind, UUID caseId, byte[] content, Map<String, String> more)
            throws GeneralSecurityException {
        var key = random(32);
        var iv = random(12);
        var seal = Cipher.getInstance("AES/GCM/NoPadding");
        seal.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        seal.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        var wrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
        wrap.init(
                Cipher.ENCRYPT_MODE,
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(phone.officeKey()))),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        var item = new LinkedHashMap<>(more);
        item.put("id", id);
        item.put("kind", kind);
        item.put("caseId", caseId.toString());
        item.put("key", text(wrap.doFinal(key)));
        item.put("iv", text(iv));
        item.put("data", text(seal.doFinal(content)));
        items.add(item);
        return this;
    }

    byte[] bytes() {
        return JsonMapper.builder()
                .build()
                .writeValueAsBytes(Map.of(
                        "format",
                        "doorstep-visits-1",
                        "deviceId",
                        phone.device().toString(),
                        "items",
                        items));
    }

    /** The same, somebody having put another id on the first item. */
    byte[] changed() {
        items.get(0).put("id", UUID.randomUUID().toString());
        return bytes();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
