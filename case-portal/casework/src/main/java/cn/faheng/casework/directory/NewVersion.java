package cn.faheng.casework.directory;

import cn.faheng.server.canonical.Sha256;
import cn.faheng.server.search.SearchText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version to be proposed. */
record NewVersion(
        Subject subject,
        String code,
        Layout.Index index,
        String content,
        LocalDate appliesFrom,
        @Nullable Long basedOn,
        String reason,
        @Nullable UUID importId) {

    static <T> NewVersion of(
            Layout<T> layout,
            T content,
            LocalDate appliesFrom,
            @Nullable Long basedOn,
            String reason,
            @Nullable UUID importId) {
        return new NewVersion(
                layout.subject(),
                layout.code(content),
                layout.index(content),
                ContentJson.write(content),
                appliesFrom,
                basedOn,
                reason,
                importId);
    }

    String hash() {
        return hash(content);
    }

    static String hash(String content) {
        return Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    }

    String search() {
        return SearchText.of(index.name(), index.codes());
    }
}
