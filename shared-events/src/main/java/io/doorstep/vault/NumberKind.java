package io.doorstep.vault;

/** 号码种类。 The numbers by which a person is found again. */
public enum NumberKind {
    PHONE("phone"),
    ID_NUMBER("idNumber");

    private final String hashed;

    NumberKind(String hashed) {
        this.hashed = hashed;
    }

    /** What goes into the hash; other than the name, because hashes of this kind are on record. */
    String hashed() {
        return hashed;
    }
}
