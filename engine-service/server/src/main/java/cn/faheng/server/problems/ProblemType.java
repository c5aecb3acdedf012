package cn.faheng.server.problems;

import java.util.Arrays;
import java.util.Optional;

/** Every type of problem: its slug under {@code /problems/}, status, title, and what to do about it. */
public enum ProblemType {
    UNKNOWN_ITEM("unknown-item", 404, "没有这个事项", "请用 GET /api/v1/items?q= 按名称、编码、别名或者拼音首字母查找事项编码。"),
    NO_RULE_SET_IN_FORCE(
            "no-rule-set-in-force",
            422,
            "该日期没有生效的规则集",
            "请核对违法行为的日期。firstInForce、lastInForce 说明规则集最早、最晚的施行日；行为时没有规定的，不得处罚。"),
    OTHER_JURISDICTION("other-jurisdiction", 422, "事项的依据不在该地施行", "请核对 place，或者改用当地适用的事项。"),
    IMPOSSIBLE_DATES("impossible-dates", 422, "日期互相矛盾", "违法行为开始日 ≤ 终了日 ≤ 决定日，且违法行为不能发生在今天以后。请改正 pointer 所指的日期。"),
    UNKNOWN_FACT("unknown-fact", 422, "没有这个事实", "请用 GET /api/v1/items/{code} 读取该事项的问题，用其中的 name 作事实名。"),
    WRONG_TYPE("wrong-type", 422, "值的类型不对", "请按 detail 所说的类型改写 pointer 所指的值。"),
    WRONG_UNIT("wrong-unit", 422, "单位不对", "请改用该问题的单位；金额可以用元、万元、角、分。"),
    OUT_OF_RANGE("out-of-range", 422, "值超出范围", "请把 pointer 所指的值改到允许的范围内。"),
    MISSING_FIELD("missing-field", 422, "缺少必填的字段", "请补上 pointer 所指的字段。"),
    UNKNOWN_FIELD("unknown-field", 422, "没有这个字段", "请对照 /openapi.yaml 删去或者改正 pointer 所指的字段。"),
    UNKNOWN_CIRCUMSTANCE(
            "unknown-circumstance", 422, "没有这个情节编码", "请用 GET /api/v1/items/{code} 读取该事项可用的情节编码（circumstances）。"),
    UNKNOWN_MITIGATION_GROUND(
            "unknown-mitigation-ground",
            422,
            "没有这个减轻事由编码",
            "请用答复中 mitigation.grounds 的编码，或者 GET /api/v1/items/{code} 所列的情节编码。"),
    UNKNOWN_DEVIATION_GROUND(
            "unknown-deviation-ground",
            422,
            "没有这个偏离事由编码",
            "请用 GET /api/v1/items/{code} 读取该事项可用的偏离事由编码（deviationGrounds）。"),
    INVALID_ID_NUMBER("invalid-id-number", 422, "公民身份号码不正确", "请核对十八位号码；第七至十四位应当是出生日期，最后一位是校验码（GB 11643）。"),
    INVALID_SOCIAL_CREDIT_CODE(
            "invalid-social-credit-code", 422, "统一社会信用代码不正确", "请核对十八位代码；不用字母 I、O、S、V、Z，最后一位是校验码（GB 32100）。"),
    UNKNOWN_PENALTY_KIND("unknown-penalty-kind", 422, "没有这个处罚种类", "请从 detail 所列的处罚种类（行政处罚法第九条）中选一个。"),
    INVALID_PARAMETER("invalid-parameter", 400, "参数不正确", "请按 errors 里的说明改正参数。"),
    MALFORMED_JSON("malformed-json", 400, "不是合法的 JSON", "请按 line、column 改正 JSON 的写法。"),
    MALFORMED_REQUEST("malformed-request", 400, "请求无法理解", "请检查请求的地址、首部和正文。"),
    INVALID_IDEMPOTENCY_KEY("invalid-idempotency-key", 400, "Idempotency-Key 不正确", "请用 1 至 200 个可见的 ASCII 字符。"),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused", 422, "Idempotency-Key 已用于另一个请求", "请为新的请求换一个 Idempotency-Key；重试时请发送与第一次完全相同的内容。"),
    IDEMPOTENCY_KEY_IN_USE("idempotency-key-in-use", 409, "同一 Idempotency-Key 的请求还在处理", "请稍候再试，届时会得到已保存的答复。"),
    BODY_TOO_LARGE("body-too-large", 413, "请求正文太大", "单个请求和批量中的每一行都不能超过 1 MiB，上传的文件不能超过 20 MiB；请拆分。"),
    LINE_TOO_SLOW(
            "line-too-slow", 408, "批量发送得太慢", "每一行应当在开始发送后 30 秒内发完，停顿不能超过 30 秒。已答复的行都已留痕；请用同一 Idempotency-Key 续传其余的行。"),
    TOO_MANY_LINES("too-many-lines", 413, "批量的行数太多", "一个批量最多 10000 行；请把其余的行另作一个批量发送。"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", 415, "不支持的内容类型", "请用 Content-Type: application/json；批量用 application/x-ndjson。"),
    NOT_ACCEPTABLE("not-acceptable", 406, "不提供所要的内容类型", "请把 Accept 改为 application/json，或者不写。"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "该地址不支持这个方法", "请改用首部 Allow 所列的方法。"),
    NOT_FOUND("not-found", 404, "没有这个地址", "请对照 /openapi.yaml 检查地址。"),
    RECEIPT_NOT_FOUND("receipt-not-found", 404, "没有这份留痕", "请核对留痕编号（裁量答复里的 receipt.id）。"),
    RULE_BASE_NOT_HELD(
            "rule-base-not-held", 409, "没有留痕所依据的规则库", "这份留痕依据的规则库没有存在本机，无法复算；请在作出裁量的那套系统上复算，或者请管理员恢复规则库的备份。"),
    RECEIPT_NOT_SEALED("receipt-not-sealed", 409, "留痕尚未封存", "留痕在写入后数秒内成组封存；请稍候再试。"),
    UNKNOWN_RULE_SET("unknown-rule-set", 404, "没有这个规则集版本", "请用 GET /api/v1/items/{code}/versions 查看有哪些版本。"),
    UNKNOWN_LAW("unknown-law", 404, "没有收录这部法律文件", "请写全称；GET /api/v1/laws 列出收录的法律文件。"),
    DRAFT_NOT_FOUND("draft-not-found", 404, "没有这份草案", "请用 GET /api/v1/drafts 查看有哪些草案。"),
    DRAFT_CHANGED("draft-changed", 412, "草案已被他人修改", "没有覆盖他人的修改，您的内容已另存为 attempt；请看 changes，再用 GET 取得最新一版后重新保存或者合并。"),
    DRAFT_REFUSED("draft-refused", 422, "草案内容不能保存", "请按 errors 里的说明改正。"),
    REVISION_REQUIRED("revision-required", 428, "缺少 If-Match", "请在首部 If-Match 写明所依据的草案版本（GET 答复的 ETag）。"),
    MERGE_CONFLICT("merge-conflict", 409, "两边改了同一处", "请逐处看 conflicts，改好内容后用 PUT 保存。"),
    IMPORT_NOT_FOUND("import-not-found", 404, "没有这次导入", "请核对导入编号（导入答复里的 id）。"),
    IMPORT_REFUSED("import-refused", 422, "文件不能导入", "请按 detail 所说的原因处理文件后重新上传。"),
    MODEL_REFUSED("model-refused", 422, "模型不能使用", "请按 detail 所说的原因改正 DMN 后重新提交；草案保持原样。"),
    MODEL_NOT_DMN("model-not-dmn", 422, "不是 DMN 模型", "请用 DMN 工具导出 1.1 至 1.6 的模型，UTF-8 编码，并把它引入的模型一并提交。"),
    MODEL_IMPORT_MISSING("model-import-missing", 422, "缺少被引入的模型", "请把模型引入的每个模型（包括间接引入的）都放进 imports；不按地址读取。"),
    MODEL_TOO_EXPENSIVE("model-too-expensive", 422, "模型的计算用尽了内存", "请检查没有终点的递归、过长的列表和字符串，缩小后再试。"),
    MODEL_TIMEOUT("model-timeout", 422, "模型没有在限时内得出结果", "请检查没有终点的循环和递归、过大的范围，缩小后再试。"),
    UNKNOWN_DECISION("unknown-decision", 422, "模型里没有这个决定或者决定服务", "请用 POST /api/v1/models:check 查看模型有哪些决定和决定服务。"),
    DRL_NOT_ACCEPTED(
            "drl-not-accepted",
            415,
            "不接受 DRL",
            "DRL 的右部是 Java 代码，运行时上传等于执行代码，因此只随软件版本发布。请改用 DMN：总则的提示、阈值、文字都可以用 DMN 写。"),
    STEP_NOT_ALLOWED("step-not-allowed", 409, "现在不能走这一步", "请看 state 和 allowed：草案现在的状态，以及可以走的步骤。"),
    NOT_READY("not-ready", 409, "还不能提交", "请逐项处理 blockers 所列的事项，再提交。"),
    AUTHOR_CANNOT_DECIDE("author-cannot-decide", 403, "起草人不能审核、批准自己的草案", "保存过内容的人都算起草人。请由没有参与起草的人审核、批准。"),
    CITES_NOTHING("cites-nothing", 422, "没有写明依据", "没有法定依据的处罚无效（行政处罚法第三十八条）。请在 basis 和每一行写明所依据的条款。"),
    PUBLICATION_DATE_PAST("publication-date-in-the-past", 422, "公布日期已过", "请改为今天或者以后的日期，或者不写（立即公布）。"),
    EFFECTIVE_DATE_PAST(
            "effective-date-in-the-past",
            422,
            "施行日期已过",
            "规则不能溯及既往。补录已经公布施行的文件的，写明文号（source.number），并由批准人在批准时说明补录的理由（backfillReason）。"),
    BASE_SUPERSEDED("base-superseded", 409, "所依据的版本已经变化", "草案保留。请看 changes 所列的变化，以现行版本为基础修改后（base）再走流程。"),
    NO_STATUTE("no-statute", 422, "事项没有法定幅度", "请在草案里一并写明该事项的法定幅度（statute），或者先公布法定幅度。"),
    JOB_NOT_FOUND("job-not-found", 404, "没有这次测算", "请用开始测算时答复的编号。"),
    PUBLICATION_NOT_FOUND("publication-not-found", 404, "没有这次公布", "请用 GET /api/v1/publications 查看有哪些公布。"),
    UNKNOWN_LAW_VERSION("unknown-law-version", 404, "没有收录这部法律文件的这一版", "请用 GET /api/v1/laws 查看收录了哪些版本（version 是施行日期）。"),
    LAW_REFUSED("law-refused", 422, "读不出法律文件", "请按 detail 所说的原因处理文件后重新上传；remarks 逐行列出没有编入的文字。"),
    LAW_CONFLICT(
            "law-conflict",
            409,
            "与已经收录的版本冲突",
            "请按 detail 核对施行日期和终止日期；新版取代旧版的，用 endPrevious=true 写明旧版的终止；改正文字的，用 reason 写明理由。"),
    ENTRY_REFUSED("entry-refused", 422, "填写的内容不能采用", "请按 errors 里的说明逐项改正后重新提交；已填的内容没有丢失。"),
    RECORD_NOT_FOUND("record-not-found", 404, "没有这条记录", "请核对编码或者编号，或者从名录里查找。"),
    RECORD_CHANGED("record-changed", 409, "这条记录已经有了变动", "没有覆盖他人的修改。请打开最新的一版，在它的基础上重新提交。"),
    SAME_PERSON("same-person", 403, "同一个人不能既办理又审核", "请由没有参与的人审核。"),
    UNAUTHORISED(
            "unauthorised",
            401,
            "没有登录或者令牌无效",
            "请用 POST /oauth2/token（client_credentials）取得令牌，放入首部 Authorization: Bearer。"),
    FORBIDDEN("forbidden", 403, "没有权限", "请向管理员申请 detail 所说的权限（scope）。"),
    TOO_MANY_ATTEMPTS("too-many-attempts", 429, "失败次数太多", "请在首部 Retry-After 所说的秒数之后再试。"),
    BUSY("busy", 503, "同类的请求正在处理，暂时没有空位", "请在首部 Retry-After 所说的秒数之后再试；每个系统同时最多两个批量，全链核验同时只做一个。"),
    STORE_UNAVAILABLE("store-unavailable", 503, "留痕库不可用", "无法留痕时不作裁量。请稍后再试；持续出现请联系管理员。"),
    UNEXPECTED("unexpected", 500, "内部错误", "请把 traceId 告诉管理员。请求没有生效的，可以用同一 Idempotency-Key 重试。");

    private final String slug;
    private final int status;
    private final String title;
    private final String remedy;

    ProblemType(String slug, int status, String title, String remedy) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    public String slug() {
        return slug;
    }

    public String uri() {
        return "/problems/" + slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }
}
