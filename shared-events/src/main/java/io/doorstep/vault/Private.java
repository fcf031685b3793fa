package io.doorstep.vault;

/** 私密文字。 Personal words on their way into the vault; shows nothing of itself in logs and errors. */
public record Private(String words) {

    @Override
    public String toString() {
        return "[private]";
    }
}
