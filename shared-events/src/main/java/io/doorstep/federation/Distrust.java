package io.doorstep.federation;

/** 不可信。 What a county answered is not what it must be; nothing of it is taken in. */
public final class Distrust extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final long position;

    /** 不符之处。 What is wrong; messages stand under {@code federation.stop.<kind>}. */
    public enum Kind {
        /** 签名不符。 */
        BAD_SIGNATURE,
        /** 密钥不同。 Signed by a key that is not the one that was agreed on: a county set up anew, or somebody else. */
        OTHER_KEY,
        /** 账短了。 The county's ledger ends before what was copied. */
        CUT,
        /** 历史被改写。 What was copied is not the beginning of what the county has now. */
        REWRITTEN,
        /** 内容被改。 A fact's bytes do not agree with the county's own ledger. */
        ALTERED,
        /** 事实缺失。 The ledger has a line, and its fact is gone. */
        MISSING,
        /** 次序有缺口。 Lines do not follow each other. */
        GAP,
        /** 与账头不符。 The lines do not add up to the signed head. */
        UNPROVEN,
        /** 区划越界。 A fact is about a place that is not the county's. */
        FOREIGN_PLACE,
        /** 重复来源。 A fact, or its case, is another county's already. */
        TAKEN,
        /** 读不懂。 The answer is none of this interface. */
        UNREADABLE
    }

    public Distrust(Kind kind, long position) {
        super(kind + " at " + position, null, false, false);
        this.kind = kind;
        this.position = position;
    }

    public Kind kind() {
        return kind;
    }

    /** Position in the county's ledger where it begins; -1 where no place can be told. */
    public long position() {
        return position;
    }
}
