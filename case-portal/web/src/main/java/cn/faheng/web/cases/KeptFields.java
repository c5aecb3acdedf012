package cn.faheng.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a form as a draft keeps them. */
final class KeptFields {

    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "revision", "entryId", "action", "lang", "discard");
    private static final TypeReference<TreeMap<String, List<String>>> FIELDS = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private KeptFields() {}

    static String write(MultiValueMap<String, String> values) {
        Map<String, List<String>> kept = new TreeMap<>(values);
        kept.keySet().removeAll(OF_THE_PAGE);
        kept.values().removeIf(all -> all.stream().allMatch(String::isBlank));
        return MAPPER.writeValueAsString(kept);
    }

    /** The fields of a draft; none where it cannot be read, so that an old draft never stops anyone. */
    static MultiValueMap<String, String> read(String content) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        try {
            MAPPER.readValue(content, FIELDS).forEach(values::addAll);
        } catch (JacksonException e) {
            values.clear();
        }
        return values;
    }
}
