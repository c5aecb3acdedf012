package cn.faheng.casework.directory;

import cn.faheng.rules.identity.CitizenIdNumber;
import cn.faheng.rules.identity.SocialCreditCode;
import cn.faheng.server.search.SearchText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds counterparts by a part of their name, by initials, or by their whole number; never by a part of a number of a person. */
@Component
class CounterpartSearch {

    private final JdbcClient client;

    CounterpartSearch(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    /** A line of a list: its id and the key by which it is ordered. */
    record Hit(UUID id, String nameKey) {

        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((nameKey + "\n" + id).getBytes(StandardCharsets.UTF_8));
        }
    }

    Found<Hit> find(Find find) {
        Map<String, @Nullable Object> values = new HashMap<>();
        List<String> where = new ArrayList<>(List.of("merged_into is null"));
        text(find.text(), where, values);
        String below = VersionStore.below(find.division());
        if (below != null) {
            where.add("division like :division");
            values.put("division", below);
        }
        if (find.kind() != null && !find.kind().isEmpty()) {
            where.add("kind = :kind");
            values.put("kind", find.kind());
        }
        find.cursor().ifPresent(after -> behind(after, where, values));
        values.put("limit", find.limit() + 1);
        List<Hit> hits = client.sql("select id, name_key from casework.counterpart where " + String.join(" and ", where)
                        + " order by name_key, id limit :limit")
                .params(values)
                .query((row, n) -> new Hit(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return Found.cut(hits, find.limit(), Hit::cursor);
    }

    private static void text(String typed, List<String> where, Map<String, @Nullable Object> values) {
        if (typed.isEmpty()) {
            return;
        }
        if (CitizenIdNumber.parse(typed).isPresent()
                || SocialCreditCode.parse(typed).isPresent()) {
            where.add("number_key in (:numbers)");
            values.put("numbers", CounterpartRow.keysOf(typed));
            return;
        }
        String[] pairs = SearchText.pairs(SearchText.normalised(typed));
        if (pairs.length > 0) {
            where.add("pairs @> array[:pairs]::text[]");
            values.put("pairs", List.of(pairs));
        }
        where.add("search like :text");
        values.put("text", SearchText.containing(typed));
    }

    private static void behind(String cursor, List<String> where, Map<String, @Nullable Object> values) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = key.lastIndexOf('\n');
            where.add("(name_key, id) > (:name, :id)");
            values.put("name", key.substring(0, Math.max(end, 0)));
            values.put("id", UUID.fromString(key.substring(end + 1)));
        } catch (IllegalArgumentException e) {
            throw Proposals.refused(List.of(new Fault("after", "翻页的位置", "读不出来", "请从第一页开始")));
        }
    }
}
