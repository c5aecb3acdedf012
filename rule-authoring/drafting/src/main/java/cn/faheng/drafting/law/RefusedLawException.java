package cn.faheng.drafting.law;

import cn.faheng.drafting.law.LawText.Remark;
import java.util.List;

/** A file that no instrument can be read from, with the reason and what to do, in Chinese. */
public final class RefusedLawException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Remark> remarks;

    RefusedLawException(String code, String reason) {
        this(code, reason, List.of());
    }

    RefusedLawException(String code, String reason, List<Remark> remarks) {
        super(reason, null, false, false);
        this.code = code;
        this.remarks = List.copyOf(remarks);
    }

    /** A slug: encrypted, macros, too-large, encoding, no-articles, no-effective-day, … */
    public String code() {
        return code;
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    public List<Remark> remarks() {
        return remarks;
    }
}
