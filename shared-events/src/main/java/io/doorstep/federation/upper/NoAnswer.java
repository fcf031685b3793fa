package io.doorstep.federation.upper;

/** 未应答。 A county did not answer, or not with facts; it is asked again with the next round. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code such as UNREACHABLE or HTTP_403; words for it stand under {@code federation.failure} */
    NoAnswer(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
