package cn.faheng.server.problems;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.Requests;
import cn.faheng.server.ServerTest;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("错误的请求：各有自己的问题类型，指明字段和出路（RFC 9457）")
class ProblemsTest extends ServerTest {

    private static String changed(String from, String to) {
        String request = Requests.expiredFood();
        assertThat(request).contains(from);
        return request.replace(from, to);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("事项不存在", changed("MK-F124", "MK-NONE"), 404, "unknown-item", "/item"),
                Arguments.of(
                        "终了日早于开始日",
                        changed("\"start\":\"2024-05-01\"", "\"start\":\"2024-05-01\",\"end\":\"2024-04-01\""),
                        422,
                        "impossible-dates",
                        "/act/end"),
                Arguments.of(
                        "决定早于违法行为",
                        changed("\"decidedOn\":\"2024-08-01\"", "\"decidedOn\":\"2024-04-30\""),
                        422,
                        "impossible-dates",
                        "/decidedOn"),
                Arguments.of(
                        "违法行为在今天以后",
                        changed("\"start\":\"2024-05-01\"", "\"start\":\"2026-11-23\"")
                                .replace("2024-08-01", "2026-12-01"),
                        422,
                        "impossible-dates",
                        "/act/start"),
                Arguments.of(
                        "发现早于违法行为",
                        changed("\"start\":\"2024-05-01\"", "\"start\":\"2024-05-01\",\"discovered\":\"2024-04-01\""),
                        422,
                        "impossible-dates",
                        "/act/discovered"),
                Arguments.of("日期不存在", changed("2024-05-01", "2024-02-30"), 422, "wrong-type", "/act/start"),
                Arguments.of("未知的事实", changed("goodsValue", "goodsValues"), 422, "unknown-fact", "/facts/goodsValues"),
                Arguments.of(
                        "事实的类型不对",
                        changed("\"suspectedCrime\":false", "\"suspectedCrime\":\"否\""),
                        422,
                        "wrong-type",
                        "/facts/suspectedCrime"),
                Arguments.of("选项之外的值", changed("\"一般\"", "\"很一般\""), 422, "wrong-type", "/facts/circumstancesGrade"),
                Arguments.of(
                        "单位不对",
                        Requests.expiredFood("{\"value\":5,\"unit\":\"公斤\"}", ""),
                        422,
                        "wrong-unit",
                        "/facts/goodsValue"),
                Arguments.of("金额为负", Requests.expiredFood("-1", ""), 422, "out-of-range", "/facts/goodsValue"),
                Arguments.of("金额过大", Requests.expiredFood("1e16", ""), 422, "out-of-range", "/facts/goodsValue"),
                Arguments.of(
                        "指数过大的数不会拖垮服务",
                        Requests.expiredFood("1e999999999", ""),
                        422,
                        "out-of-range",
                        "/facts/goodsValue"),
                Arguments.of("金额精确到分以下", Requests.expiredFood("0.001", ""), 422, "wrong-type", "/facts/goodsValue"),
                Arguments.of(
                        "拟罚金额为负",
                        Requests.expiredFood(
                                "5000", ",\"proposal\":{\"penalties\":[{\"kind\":\"fine\",\"amountFen\":-1}]}"),
                        422,
                        "out-of-range",
                        "/proposal/penalties/0/amountFen"),
                Arguments.of(
                        "罚款写成月数",
                        Requests.expiredFood(
                                "5000",
                                ",\"proposal\":{\"penalties\":[{\"kind\":\"fine\",\"amountFen\":1,\"months\":3}]}"),
                        422,
                        "wrong-unit",
                        "/proposal/penalties/0/months"),
                Arguments.of(
                        "金额写成文本",
                        Requests.expiredFood(
                                "5000", ",\"proposal\":{\"penalties\":[{\"kind\":\"fine\",\"amountFen\":\"100\"}]}"),
                        422,
                        "wrong-type",
                        "/proposal/penalties/0/amountFen"),
                Arguments.of(
                        "金额带小数",
                        Requests.expiredFood(
                                "5000", ",\"proposal\":{\"penalties\":[{\"kind\":\"fine\",\"amountFen\":100.5}]}"),
                        422,
                        "wrong-type",
                        "/proposal/penalties/0/amountFen"),
                Arguments.of(
                        "没有这种处罚",
                        Requests.expiredFood("5000", ",\"proposal\":{\"penalties\":[{\"kind\":\"caning\"}]}"),
                        422,
                        "unknown-penalty-kind",
                        "/proposal/penalties/0/kind"),
                Arguments.of(
                        "身份证校验码不对",
                        changed(
                                "\"kind\":\"organisation\"",
                                "\"kind\":\"individual\",\"idNumber\":\"110105194912310021\""),
                        422,
                        "invalid-id-number",
                        "/party/idNumber"),
                Arguments.of(
                        "信用代码校验码不对",
                        changed(
                                "\"kind\":\"organisation\"",
                                "\"kind\":\"organisation\",\"socialCreditCode\":\"91350100M000100Y44\""),
                        422,
                        "invalid-social-credit-code",
                        "/party/socialCreditCode"),
                Arguments.of("没有这种当事人", changed("organisation", "alien"), 422, "wrong-type", "/party/kind"),
                Arguments.of(
                        "缺少当事人", changed("\"party\":{\"kind\":\"organisation\"},", ""), 422, "missing-field", "/party"),
                Arguments.of("缺少地方", changed("\"place\":\"370811\",", ""), 422, "missing-field", "/place"),
                Arguments.of("行政区划不是六位", changed("370811", "3708"), 422, "wrong-type", "/place"),
                Arguments.of(
                        "没有声明的字段", Requests.expiredFood("5000", ",\"priority\":1"), 422, "unknown-field", "/priority"),
                Arguments.of(
                        "没有这个情节",
                        Requests.expiredFood("5000", ",\"circumstances\":{\"codes\":[\"nice-person\"]}"),
                        422,
                        "unknown-circumstance",
                        "/circumstances/codes/0"),
                Arguments.of(
                        "几个情节中的一个没有",
                        Requests.expiredFood(
                                "5000",
                                ",\"circumstances\":{\"codes\":[\"cooperated-with-evidence\",\"zealous\",\"a-bad-one\"]}"),
                        422,
                        "unknown-circumstance",
                        "/circumstances/codes/1"),
                Arguments.of(
                        "情节不按字母顺序给出",
                        Requests.expiredFood(
                                "5000", ",\"circumstances\":{\"codes\":[\"zealous\",\"cooperated-with-evidence\"]}"),
                        422,
                        "unknown-circumstance",
                        "/circumstances/codes/0"),
                Arguments.of(
                        "没有这个减轻事由",
                        Requests.expiredFood(
                                "5000",
                                ",\"proposal\":{\"penalties\":[{\"kind\":\"fine\",\"amountFen\":100000}],"
                                        + "\"mitigationGround\":\"nice-person\"}"),
                        422,
                        "unknown-mitigation-ground",
                        "/proposal/mitigationGround"),
                Arguments.of(
                        "没有这个偏离事由",
                        Requests.expiredFood(
                                "5000",
                                ",\"proposal\":{\"penalties\":[{\"kind\":\"fine\",\"amountFen\":5000000}],"
                                        + "\"deviationGround\":\"nice-person\"}"),
                        422,
                        "unknown-deviation-ground",
                        "/proposal/deviationGround"),
                Arguments.of(
                        "情节编码为 null",
                        Requests.expiredFood("5000", ",\"circumstances\":{\"codes\":[null]}"),
                        422,
                        "missing-field",
                        "/circumstances/codes/0"),
                Arguments.of(
                        "另一规范的事项不存在",
                        Requests.expiredFood("5000", ",\"otherNorms\":[{\"item\":\"MK-NONE\"}]"),
                        404,
                        "unknown-item",
                        "/otherNorms/0/item"),
                Arguments.of("数组代替对象", changed("{\"kind\":\"organisation\"}", "[1]"), 422, "wrong-type", "/party"),
                Arguments.of("空对象", "{}", 422, "missing-field", "/item"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    void namesTheField(String name, String request, int status, String type, String pointer) throws Exception {
        Reply reply = decide(request);

        assertProblem(reply, status, type);
        assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo(type);
        assertThat(reply.json().at("/errors/0/detail").asString()).isNotBlank();
    }

    private static void assertProblem(Reply reply, int status, String type) {
        assertThat(reply.body()).doesNotContain("Exception", "cn.faheng", "org.spring", "<html");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("type").asString()).as(reply.body()).isEqualTo("/problems/" + type);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("title").asString()).isNotBlank();
        assertThat(reply.json().path("detail").asString()).isNotBlank();
        assertThat(reply.json().path("traceId").asString()).isEqualTo(reply.header("Trace-Id"));
    }

    @Test
    @DisplayName("行为时事项尚未生效：说出最早的施行日")
    void namesTheFirstDayInForce() throws Exception {
        Reply reply = decide(
                Requests.expiredFood().replace("2024-05-01", "2001-05-01").replace("2024-08-01", "2001-08-01"));

        assertProblem(reply, 422, "no-rule-set-in-force");
        assertThat(reply.json().path("item").asString()).isEqualTo("MK-F124");
        assertThat(reply.json().path("onDate").asString()).isEqualTo("2001-05-01");
        assertThat(reply.json().path("firstInForce").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    @DisplayName("事项的依据不在该地施行")
    void namesAnotherJurisdiction() throws Exception {
        Reply reply = decide("{\"item\":\"JN-LITTER-45\",\"place\":\"440100\",\"act\":{\"start\":\"2024-05-01\"},"
                + "\"decidedOn\":\"2024-05-02\",\"party\":{\"kind\":\"individual\"}}");

        assertProblem(reply, 422, "other-jurisdiction");
    }

    @Test
    @DisplayName("所有错误一次报全")
    void reportsAllErrorsAtOnce() throws Exception {
        Reply reply = decide("{\"item\":\"\",\"place\":\"1\",\"act\":{},\"party\":{\"idNumber\":\"1\"}}");

        assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                .contains("/item", "/place", "/act/start", "/decidedOn", "/party/idNumber", "/party/kind");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @DisplayName("不是合法的 JSON：给出行列")
    void namesLineAndColumn(String body, int line) throws Exception {
        Reply reply = decide(body);

        assertProblem(reply, 400, "malformed-json");
        assertThat(reply.json().path("line").asInt()).isEqualTo(line);
        assertThat(reply.json().path("column").asInt()).isPositive();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{\n\"item\": MK-F124\n}", 2),
                Arguments.of("{\"item\":\"a\"", 1),
                Arguments.of("{\"item\":\"a\",\"item\":\"b\"}", 1),
                Arguments.of("{} {}", 1),
                Arguments.of("", 1),
                Arguments.of("\u0000", 1));
    }

    @Test
    void refusesDeepNesting() throws Exception {
        Reply reply = decide("{\"facts\":{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}}");

        assertThat(reply.status()).isBetween(400, 422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    @DisplayName("10 MB 的正文：413，客户端能读到原因")
    void refusesALargeBody() throws Exception {
        Reply declared = decide("{\"item\":\"" + "x".repeat(10 << 20) + "\"}");
        byte[] large = ("{\"item\":\"" + "x".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        Reply chunked = send(request("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large))));
        Reply otherwiseSpelled = send(request("/%61pi/v1/decisions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(large)));

        assertProblem(declared, 413, "body-too-large");
        assertProblem(chunked, 413, "body-too-large");
        assertProblem(otherwiseSpelled, 413, "body-too-large");
    }

    @Test
    void refusesAnotherMediaType() throws Exception {
        Reply reply = send(request("/api/v1/decisions")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(Requests.expiredFood())));

        assertProblem(reply, 415, "unsupported-media-type");
    }

    @Test
    void refusesToAnswerInAnotherMediaType() throws Exception {
        assertProblem(send(request("/api/v1/items").header("Accept", "image/png")), 406, "not-acceptable");
    }

    @Test
    void namesTheMethodsOfAnAddress() throws Exception {
        Reply reply = send(request("/api/v1/decisions").DELETE());

        assertProblem(reply, 405, "method-not-allowed");
        assertThat(reply.header("Allow")).isEqualTo("POST");
    }

    @Test
    void knowsNoOtherAddress() throws Exception {
        assertProblem(get("/api/v1/nothing"), 404, "not-found");
    }

    @Test
    void refusesABadIdempotencyKey() throws Exception {
        Reply reply = send(request("/api/v1/decisions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "x".repeat(201))
                .POST(BodyPublishers.ofString(Requests.expiredFood())));

        assertProblem(reply, 400, "invalid-idempotency-key");
    }

    @Test
    void namesABadParameter() throws Exception {
        Reply missing = get("/api/v1/calendar/working-days:add?start=2026-01-01");
        Reply noDate = get("/api/v1/calendar/working-days:add?start=today&days=5");
        Reply tooMany = get("/api/v1/calendar/working-days:add?start=2026-01-01&days=99999");
        Reply noUuid = get("/api/v1/receipts/1");
        Reply noCursor = get("/api/v1/items?cursor=!!!");
        Reply noYear = get("/api/v1/calendar/days:add?start=9999-12-31&days=1");

        for (Reply reply : new Reply[] {missing, noDate, tooMany, noUuid, noCursor, noYear}) {
            assertProblem(reply, 400, "invalid-parameter");
            assertThat(reply.json().at("/errors/0/parameter").asString()).isNotBlank();
        }
    }

    @Test
    @DisplayName("参数不是 UTF-8")
    void refusesAParameterInAnotherEncoding() throws Exception {
        assertProblem(get("/api/v1/items?q=%ff"), 400, "malformed-request");
    }

    @Test
    @DisplayName("容器自己拒绝的请求也不出 HTML")
    void showsNoPageOfTheContainer() throws Exception {
        String answer = raw("GET /api/v1/items?q=<> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String garbage = raw("\u0001\u0002 nonsense\r\n\r\n");
        String traversal =
                raw("GET /api/v1/..;/actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains(" 400 ", "/problems/malformed-request").doesNotContain("<html", "Tomcat");
        assertThat(garbage).doesNotContain("<html", "Tomcat");
        assertThat(traversal).contains("application/problem+json").doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/decisions HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{}",
                "/api/v1/decisions HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
                "/api/v1/decisions:batch HTTP/1.1\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "/api/v1/decisions HTTP/1.1\r\nTransfer-Encoding: morse\r\n\r\n{}"
            })
    @DisplayName("正文中断、分块写错、传输编码未知：是请求的问题，不是内部错误")
    void blamesTheRequestForABrokenBody(String request) throws Exception {
        String answer = raw("POST "
                + request.replaceFirst(
                        "\r\n", "\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token() + "\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 ")
                .doesNotStartWith("HTTP/1.1 500")
                .containsAnyOf("/problems/malformed-request", "/problems/malformed-json")
                .doesNotContain("/problems/unexpected", "\"/error\"");
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName("traceparent 传入，traceId 原样传出")
    void takesTheTraceIdOver() throws Exception {
        Reply reply = send(request("/api/v1/nothing")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        assertThat(reply.json().path("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    @DisplayName("每种问题类型有一页说明，不登录也能看")
    void describesEveryType(ProblemType type) throws Exception {
        Reply page = new Reply(HTTP.send(
                java.net.http.HttpRequest.newBuilder(uri(type.uri())).build(),
                java.net.http.HttpResponse.BodyHandlers.ofString()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains(type.title(), type.slug());
    }
}
