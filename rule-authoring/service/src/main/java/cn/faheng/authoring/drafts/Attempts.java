package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.drafting.draft.DraftContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Saves that were refused, and remarks. */
@Component
final class Attempts {

    private final JdbcTemplate jdbc;

    Attempts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a refused save; the draft is locked. The same save sent again is kept once. */
    Attempt keep(UUID draft, int basedOn, DraftContent content, @Nullable ExpertModel expert, Signature saved) {
        List<Attempt> known = of(draft);
        for (Attempt attempt : known) {
            if (attempt.basedOn() == basedOn
                    && attempt.saved().by().equals(saved.by())
                    && attempt.content().equals(content)
                    && java.util.Objects.equals(attempt.expert(), expert)) {
                return attempt;
            }
        }
        Attempt attempt = new Attempt(known.size() + 1, saved, basedOn, content, expert, null);
        jdbc.update(
                "insert into authoring.attempt (draft, number, at, by_name, by_shown, based_on, content, dmn, imports)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft,
                attempt.number(),
                Timestamp.from(saved.at()),
                saved.by(),
                saved.name(),
                basedOn,
                DraftJson.write(content),
                expert == null ? null : expert.dmn(),
                expert == null ? null : DraftJson.write(expert.imports()));
        return attempt;
    }

    void merged(UUID draft, int number, int revision) {
        jdbc.update(
                "update authoring.attempt set merged_as = ? where draft = ? and number = ?", revision, draft, number);
    }

    List<Attempt> of(UUID draft) {
        return jdbc.query("select * from authoring.attempt where draft = ? order by number", Attempts::attempt, draft);
    }

    private static Attempt attempt(ResultSet row, int i) throws SQLException {
        int mergedAs = row.getInt("merged_as");
        boolean merged = !row.wasNull();
        return new Attempt(
                row.getInt("number"),
                DraftRows.signature(row),
                row.getInt("based_on"),
                DraftJson.content(row.getString("content")),
                DraftJson.expert(row.getString("dmn"), row.getString("imports")),
                merged ? mergedAs : null);
    }

    /** Keeps a remark; the draft is locked. */
    Remark remark(UUID draft, String row, String text, Signature made) {
        int number = remarks(draft).size() + 1;
        jdbc.update(
                "insert into authoring.remark (draft, number, row_id, text, at, by_name, by_shown) values (?, ?, ?, ?, ?, ?, ?)",
                draft,
                number,
                row,
                text,
                Timestamp.from(made.at()),
                made.by(),
                made.name());
        return new Remark(number, row, text, made);
    }

    List<Remark> remarks(UUID draft) {
        return jdbc.query(
                "select * from authoring.remark where draft = ? order by number",
                (row, i) -> new Remark(
                        row.getInt("number"), row.getString("row_id"), row.getString("text"), DraftRows.signature(row)),
                draft);
    }
}
