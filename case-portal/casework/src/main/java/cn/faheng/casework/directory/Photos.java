package cn.faheng.casework.directory;

import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.canonical.Sha256;
import cn.faheng.server.problems.ProblemException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The photos of officers: decoded and drawn anew, so that nothing but a picture is stored. */
@Service
public class Photos {

    private final JdbcTemplate jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Photos(JdbcTemplate jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a photo and returns its key, which a proposal of the officer then names.
     *
     * @throws ProblemException when it is no photo, or too large or too small
     */
    @Transactional
    public String store(byte[] uploaded) {
        Actor actor = Actor.callerWith("上传执法人员照片", Actor.COMPILERS);
        Portrait portrait = Portrait.of(uploaded);
        String key = Sha256.hex(portrait.jpeg());
        int stored = jdbc.update(
                """
                insert into casework.officer_photo (key, content, width, height, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?) on conflict (key) do nothing
                """,
                key,
                portrait.jpeg(),
                portrait.width(),
                portrait.height(),
                actor.account(),
                OffsetDateTime.now(clock));
        if (stored > 0) {
            audit.write("officer-photo-stored", "officer-photo", key, Map.of("bytes", portrait.jpeg().length));
        }
        return key;
    }

    /** A JPEG. */
    @Transactional(readOnly = true)
    public Optional<byte[]> find(String key) {
        return jdbc
                .query("select content from casework.officer_photo where key = ?", (row, n) -> row.getBytes(1), key)
                .stream()
                .findFirst();
    }

    boolean holds(String key) {
        return !jdbc.queryForList("select 1 from casework.officer_photo where key = ?", Integer.class, key)
                .isEmpty();
    }
}
