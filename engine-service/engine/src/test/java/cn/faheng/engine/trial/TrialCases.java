package cn.faheng.engine.trial;

import static cn.faheng.engine.trial.ModelBuilder.literal;
import static cn.faheng.engine.trial.ModelBuilder.named;
import static cn.faheng.engine.trial.ModelBuilder.table;
import static cn.faheng.engine.trial.TrialCase.feel;
import static cn.faheng.engine.trial.TrialCase.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/** Models of every kind of expression. */
final class TrialCases {

    private TrialCases() {}

    static Stream<TrialCase> all() {
        return Stream.of(expressions(), inputs(), tables(), boxed(), functions(), imports())
                .flatMap(s -> s);
    }

    /** FEEL by itself: types, arithmetic, dates, lists, contexts, quantified expressions, ranges, functions. */
    static Stream<TrialCase> expressions() {
        return Stream.of(
                feel("0.1 + 0.2", "number 0.3"),
                feel("1 / 3", "number 0.3333333333333333333333333333333333"),
                feel("2 ** 100", "number 1267650600228229401496703205376"),
                feel("round up(5.5, 6176)", "number 5.5"),
                feel("12345678901234567890.123456789", "number 12345678901234567890.123456789"),
                feel("1000000 * 1000000 * 10", "number 10000000000000"),
                feel("\"法\" + \"衡\"", "string \"法衡\""),
                feel("not(1 > 2) and true", "boolean true"),
                feel("null", "null null"),
                feel("1 = null or null", "null null"),
                feel("date(\"2026-08-15\")", "date \"2026-08-15\""),
                feel("date(\"2024-02-29\") + duration(\"P1Y\")", "date \"2025-02-28\""),
                feel("date(\"2026-03-01\") - date(\"2024-02-29\")", "days and time duration \"P731D\""),
                feel("time(\"10:15:00+08:00\")", "time \"10:15:00+08:00\""),
                feel("time(\"10:15:00\") + duration(\"PT90M\")", "time \"11:45:00\""),
                feel("date and time(\"2026-08-15T10:15:00+08:00\")", "date and time \"2026-08-15T10:15:00+08:00\""),
                feel(
                        "date and time(\"2026-08-15T23:30:00\") + duration(\"PT45M\")",
                        "date and time \"2026-08-16T00:15:00\""),
                feel("duration(\"P1Y2M\")", "years and months duration \"P1Y2M\""),
                feel("duration(\"P1DT2H\")", "days and time duration \"P1DT2H\""),
                feel(
                        "years and months duration(date(\"2024-05-01\"), date(\"2026-08-15\"))",
                        "years and months duration \"P2Y3M\""),
                feel("duration(\"P1D\") * 3 + duration(\"PT1H\")", "days and time duration \"P3DT1H\""),
                feel("day of week(date(\"2026-08-15\"))", "string \"Saturday\""),
                feel("date(\"2026-08-15\").year * 100 + date(\"2026-08-15\").month", "number 202608"),
                feel("[1, \"a\", true, date(\"2026-01-01\"), null]", "list [1,\"a\",true,\"2026-01-01\",null]"),
                feel("for i in 1..3, j in [10, 20] return i * j", "list [10,20,20,40,30,60]"),
                feel("for i in [1, 2, 3] return if count(partial) = 0 then i else partial[-1] + i", "list [1,3,6]"),
                feel("[{n: 1, t: \"a\"}, {n: 5, t: \"b\"}][n > 2]", "list [{\"n\":5,\"t\":\"b\"}]"),
                feel("[5, 6, 7][2]", "number 6"),
                feel("some x in [1, 5, 9] satisfies x > 8", "boolean true"),
                feel("every x in [1, 5, 9] satisfies x > 8", "boolean false"),
                feel(
                        "{a: 1, b: {c: date(\"2026-01-01\")}, d: a + 1}",
                        "context {\"a\":1,\"b\":{\"c\":\"2026-01-01\"},\"d\":2}"),
                feel("{f: function(n) if n <= 1 then 1 else n * f(n - 1), r: f(10)}.r", "number 3628800"),
                feel("[1..5)", "range {\"start\":1,\"end\":5,\"startIncluded\":true,\"endIncluded\":false}"),
                feel("date(\"2026-08-15\") in [date(\"2026-01-01\")..date(\"2026-12-31\")]", "boolean true"),
                feel("sort([3, 1, 2], function(a, b) a < b)", "list [1,2,3]"),
                feel("get value({a: duration(\"P2M\")}, \"a\")", "years and months duration \"P2M\""),
                feel("string join([\"甲\", \"乙\"], \"、\")", "string \"甲、乙\""),
                feel("decimal(2.345, 2)", "number 2.34"),
                feel(
                        "[median([1, 2, 3, 4]), stddev([2, 4, 7, 5]), mode([6, 3, 9, 6, 6])]",
                        "list [2.5,2.081665999466132735282297706979931,[6]]"),
                feel("if x = null then \"none\" else 1", "string \"none\""),
                feel("overlaps([1..5], [5..9])", "boolean true"),
                feel("replace(\"2026年8月\", \"[0-9]+\", \"#\")", "string \"#年#月\""),
                feel("1 + \"a\"", "null null"),
                feel("number(\"不是数\")", "null null"));
    }

    private static final String PERSON =
            """
            <itemDefinition name="tPerson" isCollection="false">
              <itemComponent name="name"><typeRef>string</typeRef></itemComponent>
              <itemComponent name="born"><typeRef>date</typeRef></itemComponent>
              <itemComponent name="visits" isCollection="true"><typeRef>date and time</typeRef></itemComponent>
              <itemComponent name="home"><itemComponent name="city"><typeRef>string</typeRef></itemComponent>
                <itemComponent name="since"><typeRef>years and months duration</typeRef></itemComponent></itemComponent>
            </itemDefinition>
            <itemDefinition name="tPeople" isCollection="true"><typeRef>tPerson</typeRef></itemDefinition>
            <itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"light", "heavy"</text></allowedValues></itemDefinition>
            """;

    /** JSON of every declared type. */
    static Stream<TrialCase> inputs() {
        String echo = "x";
        Map<String, Object> home = Map.of("city", "济宁", "since", ComparablePeriod.parse("P3Y"));
        Map<String, Object> person = Map.of(
                "name",
                "张三",
                "born",
                LocalDate.of(2001, 2, 3),
                "visits",
                List.of(OffsetDateTime.parse("2026-08-15T10:15:00+08:00")),
                "home",
                home);
        String personJson =
                "{\"name\":\"张三\",\"born\":\"2001-02-03\",\"visits\":[\"2026-08-15T10:15:00+08:00\"],\"home\":{\"city\":\"济宁\",\"since\":\"P3Y\"}}";
        return Stream.of(
                echo(
                        "数写成字符串，一位不少",
                        "number",
                        "\"12345678901234567890.10\"",
                        new BigDecimal("12345678901234567890.10"),
                        "number 12345678901234567890.10"),
                echo("数写成数", "number", "0.1", new BigDecimal("0.1"), "number 0.1"),
                echo("日期", "date", "\"2026-08-15\"", LocalDate.of(2026, 8, 15), "date \"2026-08-15\""),
                echo(
                        "带时区的时间",
                        "time",
                        "\"10:15:00+08:00\"",
                        OffsetTime.parse("10:15:00+08:00"),
                        "time \"10:15:00+08:00\""),
                echo(
                        "没有时区的日期和时间",
                        "date and time",
                        "\"2026-08-15T10:15:00\"",
                        LocalDateTime.parse("2026-08-15T10:15:00"),
                        "date and time \"2026-08-15T10:15:00\""),
                echo(
                        "年月期间",
                        "years and months duration",
                        "\"P1Y2M\"",
                        new ComparablePeriod(Period.of(1, 2, 0)),
                        "years and months duration \"P1Y2M\""),
                echo(
                        "日时期间",
                        "days and time duration",
                        "\"P1DT2H\"",
                        Duration.parse("P1DT2H"),
                        "days and time duration \"P1DT2H\""),
                echo("没有声明类型的字符串还是字符串", "Any", "\"2026-08-15\"", "2026-08-15", "string \"2026-08-15\""),
                echo(
                        "没有声明类型的，值自己写明类型",
                        "Any",
                        "{\"@type\":\"date\",\"@value\":\"2026-08-15\"}",
                        LocalDate.of(2026, 8, 15),
                        "date \"2026-08-15\""),
                echo(
                        "没有声明类型的数组里有写明类型的值",
                        "Any",
                        "[1,{\"@type\":\"days and time duration\",\"@value\":\"PT1H\"}]",
                        List.of(BigDecimal.ONE, Duration.ofHours(1)),
                        "list [1,\"PT1H\"]"),
                echo(
                        "范围",
                        "Any",
                        "{\"@type\":\"range\",\"@value\":{\"start\":1,\"end\":5,\"endIncluded\":false}}",
                        new org.kie.dmn.feel.runtime.impl.RangeImpl(
                                org.kie.dmn.feel.runtime.Range.RangeBoundary.CLOSED,
                                BigDecimal.ONE,
                                BigDecimal.valueOf(5),
                                org.kie.dmn.feel.runtime.Range.RangeBoundary.OPEN),
                        "range {\"start\":1,\"end\":5,\"startIncluded\":true,\"endIncluded\":false}"),
                model(
                                "嵌套的结构按各层的类型读",
                                named("person")
                                        .type(PERSON)
                                        .input(echo, "tPerson")
                                        .decision("d", "Any", literal("x.home.since + duration(\"P1M\")"), "x")
                                        .decision("e", "tPerson", literal("x"), "x")
                                        .xml())
                        .given("{\"x\":" + personJson + "}")
                        .with("x", person)
                        .expect("d", "years and months duration \"P3Y1M\"")
                        .expect("e", "context " + personJson),
                model(
                                "结构的列表",
                                named("people")
                                        .type(PERSON)
                                        .input(echo, "tPeople")
                                        .decision("d", "Any", literal("x[1].born.year + count(x.visits)"), "x")
                                        .xml())
                        .given("{\"x\":[" + personJson + "," + personJson + "]}")
                        .with("x", List.of(person, person))
                        .expect("d", "number 2003"),
                model(
                                "缺少输入的，决定跳过",
                                named("missing")
                                        .input(echo, "number")
                                        .decision("d", "number", literal("x + 1"), "x")
                                        .xml())
                        .expect("d", "null null"),
                model(
                                "不在允许值之内的，默认照算",
                                named("allowed")
                                        .type(PERSON)
                                        .input(echo, "tGrade")
                                        .decision("d", "string", literal("x"), "x")
                                        .xml())
                        .given("{\"x\":\"middle\"}")
                        .with("x", "middle")
                        .expect("d", "string \"middle\""));
    }

    private static TrialCase echo(String title, String type, String json, Object value, String expected) {
        return model(
                        title,
                        named("echo")
                                .input("x", type)
                                .decision("d", type, literal("x"), "x")
                                .xml())
                .given("{\"x\":" + json + "}")
                .with("x", value)
                .expect("d", expected);
    }

    /** All hit policies and aggregations. */
    static Stream<TrialCase> tables() {
        String[] overlapping = {"< 50 -> 10", ">= 20 -> 20", "> 25 -> 10"};
        return Stream.of(
                grade("hitPolicy=\"UNIQUE\"", "a", "number 1", "< 10 -> 1", "[10..30] -> 1", "> 30 -> 3"),
                grade("hitPolicy=\"UNIQUE\"", "重叠", "null null", "< 50 -> 1", "> 20 -> 2"),
                grade("hitPolicy=\"FIRST\"", "a", "number 10", overlapping),
                grade("hitPolicy=\"ANY\"", "相同", "number 7", "< 50 -> 7", "> 20 -> 7"),
                grade("hitPolicy=\"ANY\"", "不同", "null null", "< 50 -> 7", "> 20 -> 8"),
                grade("hitPolicy=\"COLLECT\"", "a", "list [10,20,10]", overlapping),
                grade("hitPolicy=\"RULE ORDER\"", "a", "list [10,20,10]", overlapping),
                grade("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", "a", "number 40", overlapping),
                grade("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "不重复的个数", "number 2", overlapping),
                grade("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", "a", "number 10", overlapping),
                grade("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", "a", "number 20", overlapping),
                priority("PRIORITY", "string \"heavy\""),
                priority("OUTPUT ORDER", "list [\"heavy\",\"light\"]"),
                grade("hitPolicy=\"UNIQUE\"", "没有一行", "null null", "> 100 -> 1"),
                model(
                                "多个输出和日期",
                                named("outputs")
                                        .input("x", "number")
                                        .decision(
                                                "d",
                                                "Any",
                                                table(
                                                        "hitPolicy=\"UNIQUE\"",
                                                        "x",
                                                        "fine|until",
                                                        ">= 0 -> x * 2 | date(\"2026-01-31\") + duration(\"P1M\")"),
                                                "x")
                                        .xml())
                        .given("{\"x\":30}")
                        .with("x", BigDecimal.valueOf(30))
                        .expect("d", "context {\"fine\":60,\"until\":\"2026-02-28\"}"));
    }

    private static TrialCase grade(String policy, String note, String expected, String... rows) {
        return model(
                        "决策表 " + policy + " " + note,
                        named("grade")
                                .input("x", "number")
                                .decision("d", "Any", table(policy, "x", "out", rows), "x")
                                .xml())
                .given("{\"x\":30}")
                .with("x", BigDecimal.valueOf(30))
                .expect("d", expected);
    }

    private static TrialCase priority(String policy, String expected) {
        String rows = table(
                "hitPolicy=\"" + policy + "\"",
                "x",
                "out=\"heavy\", \"light\"",
                "> 10 -> \"light\"",
                "> 20 -> \"heavy\"");
        return model(
                        "决策表 " + policy,
                        named("priority")
                                .input("x", "number")
                                .decision("d", "Any", rows, "x")
                                .xml())
                .given("{\"x\":30}")
                .with("x", BigDecimal.valueOf(30))
                .expect("d", expected);
    }

    /** Boxed expressions. */
    static Stream<TrialCase> boxed() {
        return Stream.of(
                boxed(
                        "语境，最后一格是结果",
                        "number 41",
                        "<context><contextEntry><variable name=\"a\"/>" + literal("20")
                                + "</contextEntry><contextEntry><variable name=\"b\"/>" + literal("a * 2")
                                + "</contextEntry><contextEntry>" + literal("b + 1") + "</contextEntry></context>"),
                boxed(
                        "语境，没有结果格",
                        "context {\"a\":1,\"b\":\"2026-01-02\"}",
                        "<context><contextEntry><variable name=\"a\"/>" + literal("1")
                                + "</contextEntry><contextEntry><variable name=\"b\"/>"
                                + literal("date(\"2026-01-02\")") + "</contextEntry></context>"),
                boxed("列表", "list [1,\"P1D\"]", "<list>" + literal("1") + literal("duration(\"P1D\")") + "</list>"),
                boxed(
                        "关系",
                        "list [{\"name\":\"甲\",\"n\":1},{\"name\":\"乙\",\"n\":2}]",
                        "<relation><column name=\"name\"/><column name=\"n\"/><row>" + literal("\"甲\"") + literal("1")
                                + "</row><row>" + literal("\"乙\"") + literal("2") + "</row></relation>"),
                boxed(
                        "条件",
                        "string \"是\"",
                        "<conditional><if>" + literal("2 > 1") + "</if><then>" + literal("\"是\"") + "</then><else>"
                                + literal("\"否\"") + "</else></conditional>"),
                boxed(
                        "筛选",
                        "list [3,4]",
                        "<filter><in>" + literal("[1, 2, 3, 4]") + "</in><match>" + literal("item > 2")
                                + "</match></filter>"),
                boxed(
                        "循环",
                        "list [1,4,9]",
                        "<for iteratorVariable=\"i\"><in>" + literal("[1, 2, 3]") + "</in><return>" + literal("i * i")
                                + "</return></for>"),
                boxed(
                        "存在",
                        "boolean true",
                        "<some iteratorVariable=\"i\"><in>" + literal("[1, 2]") + "</in><satisfies>" + literal("i = 2")
                                + "</satisfies></some>"),
                boxed(
                        "每个",
                        "boolean false",
                        "<every iteratorVariable=\"i\"><in>" + literal("[1, 2]") + "</in><satisfies>" + literal("i = 2")
                                + "</satisfies></every>"));
    }

    private static TrialCase boxed(String title, String expected, String expression) {
        return model(title, named("boxed").decision("d", "Any", expression).xml())
                .expect("d", expected);
    }

    /** Business knowledge models, invocations, decision services, chains. */
    static Stream<TrialCase> functions() {
        String invocation =
                "<invocation><literalExpression><text>double</text></literalExpression><binding><parameter name=\"n\"/>"
                        + literal("x + 1") + "</binding></invocation>";
        ModelBuilder chain = named("chain")
                .input("x", "number")
                .bkm("double", "n:number", literal("n * 2"))
                .bkm("quadruple", "n:number", literal("double(double(n))"), "bkm:double")
                .decision("d", "number", invocation, "x", "bkm:double")
                .decision("e", "number", literal("quadruple(x) + d"), "x", "decision:d", "bkm:quadruple");
        return Stream.of(
                model("函数、调用、决定的链", chain.xml())
                        .given("{\"x\":5}")
                        .with("x", BigDecimal.valueOf(5))
                        .expect("d", "number 12")
                        .expect("e", "number 32"),
                model(
                                "函数里的决策表",
                                named("tabled")
                                        .input("x", "number")
                                        .bkm(
                                                "grade",
                                                "n:number",
                                                table(
                                                        "hitPolicy=\"UNIQUE\"",
                                                        "n",
                                                        "out",
                                                        "< 10 -> \"轻\"",
                                                        ">= 10 -> \"重\""))
                                        .decision("d", "string", literal("grade(x)"), "x", "bkm:grade")
                                        .xml())
                        .given("{\"x\":10}")
                        .with("x", BigDecimal.TEN)
                        .expect("d", "string \"重\""),
                model(
                                "决定服务作函数",
                                named("served")
                                        .input("x", "number")
                                        .decision("inner", "number", literal("x + 1"), "x")
                                        .decision("outer", "number", literal("inner * 10"), "decision:inner")
                                        .service("serve", "outer", "inner", "x")
                                        .decision("d", "number", literal("serve(6)"), "service:serve")
                                        .xml())
                        .given("{\"x\":1}")
                        .with("x", BigDecimal.ONE)
                        .expect("d", "number 70")
                        .expect("outer", "number 20"),
                model(
                                "决定的结果是函数",
                                named("closure")
                                        .decision("d", "Any", literal("function(a, b) a + b"))
                                        .decision("e", "number", literal("d(2, 3)"), "decision:d")
                                        .xml())
                        .expect("e", "number 5"),
                model(
                                "一个决定失败，依赖它的跳过",
                                named("failing")
                                        .input("x", "Any")
                                        .decision("d", "number", literal("x + y"), "x")
                                        .decision("e", "number", literal("d + 1"), "decision:d")
                                        .xml())
                        .given("{\"x\":1}")
                        .with("x", BigDecimal.ONE)
                        .expect("e", "null null"));
    }

    /** Imports over two levels, with the types, the functions, the inputs and the decisions of what is imported. */
    static Stream<TrialCase> imports() {
        String base = named("base")
                .type("<itemDefinition name=\"tAmount\"><typeRef>number</typeRef></itemDefinition>")
                .input("rate", "tAmount")
                .bkm("tax", "n:number", literal("n * 0.1"))
                .decision("basic", "number", literal("rate * 100"), "rate")
                .xml();
        String middle = named("middle")
                .imports("b", "base")
                .input("y", "b.tAmount")
                .bkm("taxed", "n:number", literal("n + b.tax(n)"), "href-bkm:urn:test:base#f-tax")
                .decision("mid", "number", literal("b.basic + y"), "y", "href-decision:urn:test:base#d-basic")
                .xml();
        String top = named("top")
                .imports("m", "middle")
                .imports("b", "base")
                .input("x", "b.tAmount")
                .decision("d", "number", literal("m.taxed(x)"), "x", "href-bkm:urn:test:middle#f-taxed")
                .decision("e", "number", literal("b.basic + x"), "x", "href-decision:urn:test:base#d-basic")
                .xml();
        return Stream.of(
                model("引入两层，次序颠倒", top, base, middle)
                        .given("{\"x\":\"200\",\"b\":{\"rate\":\"0.5\"}}")
                        .with("x", BigDecimal.valueOf(200))
                        .with("b", new java.util.HashMap<>(Map.of("rate", new BigDecimal("0.5"))))
                        .expect("d", "number 220.0")
                        .expect("e", "number 250.0"),
                model("引入的决定", middle, base)
                        .given("{\"y\":1,\"b\":{\"rate\":2}}")
                        .with("y", BigDecimal.ONE)
                        .with("b", new java.util.HashMap<>(Map.of("rate", BigDecimal.valueOf(2))))
                        .expect("mid", "number 201"));
    }
}
