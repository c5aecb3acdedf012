package cn.faheng.engine.trial;

/** Writes DMN models for tests. Ids are made from names: decision {@code d}, input {@code i}, function {@code f}, service {@code s}. */
final class ModelBuilder {

    static final String DMN_1_1 = "http://www.omg.org/spec/DMN/20151101/dmn.xsd";
    static final String DMN_1_2 = "http://www.omg.org/spec/DMN/20180521/MODEL/";
    static final String DMN_1_3 = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String DMN_1_4 = "https://www.omg.org/spec/DMN/20211108/MODEL/";
    static final String DMN_1_5 = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    static final String DMN_1_6 = "https://www.omg.org/spec/DMN/20240513/MODEL/";

    private final String name;
    private final String version;
    private final StringBuilder first = new StringBuilder();
    private final StringBuilder rest = new StringBuilder();

    private ModelBuilder(String name, String version) {
        this.name = name;
        this.version = version;
    }

    static ModelBuilder named(String name) {
        return new ModelBuilder(name, DMN_1_5);
    }

    static ModelBuilder named(String name, String version) {
        return new ModelBuilder(name, version);
    }

    /** One decision {@code d} with one FEEL expression over an input {@code x} of any type. */
    static String expression(String feel) {
        return named("expression")
                .input("x", "Any")
                .decision("d", "Any", literal(feel), "x")
                .xml();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    static String literal(String feel) {
        return "<literalExpression><text>" + escape(feel) + "</text></literalExpression>";
    }

    static String typed(String type, String feel) {
        return "<literalExpression typeRef=\"" + type + "\"><text>" + escape(feel) + "</text></literalExpression>";
    }

    /** A decision table; each row is {@code condition | … -> output | …}. */
    static String table(String hitPolicy, String inputs, String outputs, String... rows) {
        StringBuilder table = new StringBuilder("<decisionTable id=\"t\" " + hitPolicy + ">");
        for (String input : inputs.split("\\|")) {
            table.append("<input><inputExpression><text>")
                    .append(escape(input.strip()))
                    .append("</text></inputExpression></input>");
        }
        String[] outs = outputs.split("\\|");
        for (String output : outs) {
            String[] parts = output.strip().split("=", 2);
            table.append("<output")
                    .append(outs.length > 1 ? " name=\"" + parts[0] + "\"" : "")
                    .append(">");
            if (parts.length > 1) {
                table.append("<outputValues><text>").append(escape(parts[1])).append("</text></outputValues>");
            }
            table.append("</output>");
        }
        int number = 0;
        for (String row : rows) {
            String[] sides = row.split("->", 2);
            table.append("<rule id=\"r").append(++number).append("\">");
            for (String cell : sides[0].split("\\|")) {
                table.append("<inputEntry><text>").append(escape(cell.strip())).append("</text></inputEntry>");
            }
            for (String cell : sides[1].split("\\|")) {
                table.append("<outputEntry><text>").append(escape(cell.strip())).append("</text></outputEntry>");
            }
            table.append("</rule>");
        }
        return table.append("</decisionTable>").toString();
    }

    ModelBuilder imports(String alias, String imported) {
        first.append("<import name=\"%s\" namespace=\"urn:test:%s\" importType=\"%s\"/>"
                .formatted(alias, imported, version));
        return this;
    }

    ModelBuilder type(String xml) {
        first.append(xml);
        return this;
    }

    ModelBuilder input(String input, String type) {
        rest.append("<inputData id=\"i-%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>"
                .formatted(id(input), input, input, type));
        return this;
    }

    /** Needs are names of inputs; {@code decision:n}, {@code bkm:n}, {@code service:n}; {@code href:…} as it stands. */
    ModelBuilder decision(String decision, String type, String expression, String... needs) {
        rest.append("<decision id=\"d-%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/>"
                        .formatted(id(decision), decision, decision, type))
                .append(requirements(needs))
                .append(expression)
                .append("</decision>");
        return this;
    }

    ModelBuilder bkm(String function, String parameters, String body, String... needs) {
        StringBuilder formal = new StringBuilder();
        for (String parameter : parameters.split(",")) {
            String[] parts = parameter.strip().split(":");
            formal.append("<formalParameter name=\"%s\" typeRef=\"%s\"/>".formatted(parts[0], parts[1]));
        }
        rest.append("<businessKnowledgeModel id=\"f-%s\" name=\"%s\"><variable name=\"%s\"/><encapsulatedLogic>"
                        .formatted(id(function), function, function))
                .append(formal)
                .append(body)
                .append("</encapsulatedLogic>")
                .append(requirements(needs))
                .append("</businessKnowledgeModel>");
        return this;
    }

    ModelBuilder service(String service, String output, String encapsulated, String inputData) {
        rest.append("<decisionService id=\"s-%s\" name=\"%s\"><variable name=\"%s\"/>"
                .formatted(id(service), service, service));
        references("outputDecision", "d", output);
        references("encapsulatedDecision", "d", encapsulated);
        references("inputData", "i", inputData);
        rest.append("</decisionService>");
        return this;
    }

    private void references(String element, String kind, String names) {
        for (String each : names.split(",")) {
            if (!each.isBlank()) {
                rest.append("<%s href=\"#%s-%s\"/>".formatted(element, kind, id(each.strip())));
            }
        }
    }

    private static String requirements(String... needs) {
        StringBuilder xml = new StringBuilder();
        for (String need : needs) {
            String[] parts = need.split(":", 2);
            String href = parts.length == 1 ? "#i-" + id(need) : parts[1];
            switch (parts.length == 1 ? "input" : parts[0]) {
                case "decision" ->
                    xml.append("<informationRequirement><requiredDecision href=\"#d-" + id(href)
                            + "\"/></informationRequirement>");
                case "bkm" ->
                    xml.append("<knowledgeRequirement><requiredKnowledge href=\"#f-" + id(href)
                            + "\"/></knowledgeRequirement>");
                case "service" ->
                    xml.append("<knowledgeRequirement><requiredKnowledge href=\"#s-" + id(href)
                            + "\"/></knowledgeRequirement>");
                case "href-decision" ->
                    xml.append("<informationRequirement><requiredDecision href=\"" + href
                            + "\"/></informationRequirement>");
                case "href-input" ->
                    xml.append(
                            "<informationRequirement><requiredInput href=\"" + href + "\"/></informationRequirement>");
                case "href-bkm" ->
                    xml.append(
                            "<knowledgeRequirement><requiredKnowledge href=\"" + href + "\"/></knowledgeRequirement>");
                default ->
                    xml.append(
                            "<informationRequirement><requiredInput href=\"" + href + "\"/></informationRequirement>");
            }
        }
        return xml.toString();
    }

    private static String id(String name) {
        return name.replace(' ', '-');
    }

    String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions xmlns=\"%s\" id=\"m-%s\" name=\"%s\" namespace=\"urn:test:%s\">%s%s</definitions>"
                .formatted(version, id(name), name, name, first, rest);
    }
}
