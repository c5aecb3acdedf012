package cn.faheng.drafting.intake;

import java.util.regex.Pattern;

/** What a column of a published table holds, by the words of its header. */
enum ColumnRole {
    SERIAL("序号|编号|项次"),
    CODE("(?:事项|职权|权力|项目)?(?:编码|代码)|事项编号|职权编号"),
    VIOLATED("违反(?:的)?(?:条款|规定|法条|法律).*|禁止性规定|义务条款"),
    RANGE("法定(?:处罚)?(?:幅度|标准|种类和幅度).*"),
    BASIS("(?:法律|处罚|法定|设定|执法|行政处罚)?依据.*|处罚条款|法律法规依据"),
    VIOLATION("(?:具体)?违法行为|违法事项|(?:处罚)?事项(?:名称)?|案由|违法行为名称|违法行为种类|行政处罚事项"),
    WEIGHT("(?:裁量)?(?:权重|百分值|分值)(?:[（(]?%[）)]?)?|裁量百分值.*|裁量权重.*"),
    FACTOR("裁量因素|裁量因子|因素|裁量要素"),
    TIER("(?:裁量)?(?:阶次|档次|等级|阶段|层级|级别)|违法程度|裁量阶次|违法情节等级|情节程度|程度"),
    STANDARD(
            "(?:处罚|裁量|罚款|处理|具体|行政处罚)?(?:标准|幅度)|裁量基准|罚款(?:金额|数额|额度).*|处罚(?:内容|结果|裁量标准|种类和幅度).*|对.*罚款.*|.*处罚标准.*|.*裁量标准.*|裁量幅度.*|占?.*(?:罚款|处罚).*(?:上限|最高).*(?:比例|百分比).*|处罚基准|裁量结果|裁量(?:罚款)?(?:金额|数额).*|处罚裁量基准"),
    CONDITION(
            "(?:适用)?(?:条件|情形|情节)|(?:裁量|违法|具体|适用|违法行为)(?:情节|情形|条件|表现).*|情节与后果.*|情形描述|违法情节和后果|表现情形|违法行为(?:表现)?(?:情形|情节)"),
    REMARK("备注|说明|注"),
    UNKNOWN("(?!)");

    private static final Pattern TIER_WORDS = Pattern.compile(
            "[0-9一二三四五六七八九十]{1,3}档?|第[一二三四五六七八九十]+档|(?:情节)?(?:特别)?(?:轻微|较轻|轻|一般|中|较重|重|严重|特别严重)(?:违法)?(?:行为)?[0-9]?|从轻|从重|减轻|不予处罚|免予处罚|[A-Ea-e]档?|Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|定额");

    private final Pattern words;

    ColumnRole(String words) {
        this.words = Pattern.compile(words);
    }

    /** The role that a header names; UNKNOWN where it names none. */
    static ColumnRole of(String header) {
        String text = Words.squeezed(header).replaceAll("[：:]$", "");
        String bare = text.replaceAll("[（(][^（）()]*[）)]$", "");
        for (ColumnRole role : values()) {
            if (role.words.matcher(text).matches() || role.words.matcher(bare).matches()) {
                return role;
            }
        }
        return UNKNOWN;
    }

    /** Whether words are the name of a tier. */
    static boolean namesTier(String words) {
        return TIER_WORDS.matcher(Words.squeezed(words)).matches();
    }
}
