package cn.faheng.web.desk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the field of a page by the JSON pointer of the value in the request. */
final class Pointers {

    private static final String FORM = "desk-form";
    private static final Pattern OTHER = Pattern.compile("/otherNorms/(\\d{1,3})(/.*)");

    private final Sheet sheet;

    Pointers(Sheet sheet) {
        this.sheet = sheet;
    }

    String field(String pointer) {
        Matcher other = OTHER.matcher(pointer);
        if (other.matches()) {
            return ofOther(Integer.parseInt(other.group(1)), other.group(2));
        }
        return switch (pointer) {
            case "/act/start" -> "actStart";
            case "/act/end" -> "actEnd";
            case "/act/discovered" -> "discovered";
            case "/decidedOn" -> "decidedOn";
            case "/place" -> "place";
            case "/party/idNumber" -> "idNumber";
            case "/party/socialCreditCode" -> "socialCreditCode";
            case "/party/birthDate" -> "birthDate";
            case "/circumstances/harm" -> "harm";
            default -> fact(pointer, sheet.questions(), FORM);
        };
    }

    private String ofOther(int index, String pointer) {
        if (index >= sheet.others().size()) {
            return FORM;
        }
        Sheet.Other other = sheet.others().get(index);
        return fact(pointer, other.questions(), "norm-" + other.item().code());
    }

    private static String fact(String pointer, List<Sheet.Asked> questions, String otherwise) {
        String prefix = "/facts/";
        if (!pointer.startsWith(prefix)) {
            return otherwise;
        }
        String name = pointer.substring(prefix.length()).replace("~1", "/").replace("~0", "~");
        return questions.stream()
                .filter(q -> q.fact().name().equals(name))
                .findFirst()
                // The same question as another version of the law puts it is answered where the question is, until it
                // has its own field.
                .or(() -> questions.stream()
                        .filter(q -> q.fact().name().equals(name.replaceFirst("@.*", "")))
                        .findFirst())
                .map(Sheet.Asked::id)
                .orElse(otherwise);
    }
}
